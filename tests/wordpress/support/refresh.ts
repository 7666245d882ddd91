/** Marks offers as KeyCRM's webhook does, and drives the runs that read only them. */
import { runListSchema } from '../../../src-admin/contract';
import type { Run } from '../../../src-admin/contract';
import { phpValue } from '../../support/php-value';
import { call, drive } from './session';
import type { Session } from './session';

type Named = { readonly sku: string } | { readonly offer_id: number };

/** Marks offers as a call of KeyCRM's webhook does. */
export async function mark(
	{ shop }: Pick< Session, 'shop' >,
	...offers: readonly Named[]
): Promise< void > {
	const rows = offers.map( ( offer ) => ( {
		offer_id: 0,
		sku: '',
		...offer,
	} ) );
	await shop.php( `global $wpdb;
		( new KeyCrmStock\\Store\\Level\\DirtyOffers( new KeyCrmStock\\Database\\Database( $wpdb ) ) )->mark( ${ phpValue(
			rows
		) }, (int) ( microtime( true ) * 1000 ) );
		return true;` );
}

/** Marks offers of these SKUs by their ids. */
export async function markSkus(
	session: Session,
	...skus: readonly string[]
): Promise< void > {
	const { catalogue } = session.keycrm.world;
	await mark(
		session,
		...skus.flatMap( ( sku ) =>
			catalogue
				.offersOfSku( sku )
				.map( ( { id } ) => ( { offer_id: id } ) )
		)
	);
}

export async function refreshes( { shop }: Session ): Promise< Run[] > {
	const { items } = runListSchema.parse(
		await call( shop, 'GET', '/runs?per_page=100' )
	);
	return items.filter( ( { lane } ) => lane === 'refresh' );
}

/** Returns how many offers wait to be read again. */
export async function waiting( { shop }: Session ): Promise< number > {
	return Number(
		await shop.php( `global $wpdb;
			return ( new KeyCrmStock\\Store\\Level\\DirtyOffers( new KeyCrmStock\\Database\\Database( $wpdb ) ) )->count();` )
	);
}

/** Does what is due, as the queue would; long waits are cut short. @return The newest refresh. */
export async function refresh( session: Session ): Promise< Run | undefined > {
	await session.shop.php( `KeyCrmStock\\plugin()->refresh(); return true;` );
	const [ newest ] = await refreshes( session );
	return newest === undefined ? undefined : drive( session.shop, newest );
}
