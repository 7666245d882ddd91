/** A shop whose settings change while a plan made with earlier ones waits, or is being written. */
import type { Run } from '../../../../src-admin/contract';
import { runSchema } from '../../../../src-admin/contract';
import type { OfferSeed } from '../../../support/keycrm-server';
import { call, drive, openSession, save, stockBySku, sync } from '../session';
import type { Session } from '../session';
import { sell } from './small-shop';

/** More than the writer's first page, and no more than its first two. */
export const COUNT = 40;

const skus = Array.from( { length: COUNT }, ( _, place ) => `P-${ place }` );

const offers = ( quantity: number ): OfferSeed[] =>
	skus.map( ( sku ) => ( {
		sku,
		stock: [ 1, 2 ].map( ( warehouse_id ) => ( {
			warehouse_id,
			quantity: quantity / 2,
		} ) ),
	} ) );

export const ALL_LOST = {
	status: 'needs_confirmation',
	guard: { reasons: [ 'zeroed', 'drop' ], zeroed: COUNT },
	counts: { updated: COUNT },
};

export async function openPromiseShop(
	mu: Record< string, string > = {}
): Promise< Session > {
	const session = await openSession( { offers: offers( 10 ) }, { mu } );
	await sell( session, skus );
	return session;
}

/** Sets 10 of each in KeyCRM and in the shop, ends waiting runs, and restores the usual settings. */
export async function startAgain( session: Session ): Promise< void > {
	const { shop, keycrm } = session;
	await save( shop, {
		api_key: keycrm.key,
		buffer: 0,
		warehouse_ids: [],
		log_days: 30,
	} );
	inKeyCrm( session, 10 );
	const run = await sync( shop );
	if ( run.status === 'needs_confirmation' ) {
		await drive( shop, await act( session, run, 'confirm' ) );
	}
	expect( await inShop( session ) ).toEqual( { 10: COUNT } );
}

export function inKeyCrm( { keycrm }: Session, quantity: number ): void {
	keycrm.world.reset();
	keycrm.world.seed( { offers: offers( quantity ) } );
}

/** Returns how many products have each number. */
export async function inShop( {
	shop,
}: Session ): Promise< Record< string, number > > {
	const found: Record< string, number > = {};
	for ( const number of ( await stockBySku( shop ) ).values() ) {
		found[ String( number ) ] = ( found[ String( number ) ] ?? 0 ) + 1;
	}
	return found;
}

export async function act(
	{ shop }: Session,
	run: Run,
	action: 'confirm' | 'apply'
): Promise< Run > {
	return runSchema.parse(
		await call( shop, 'POST', `/runs/${ run.id }/${ action }` )
	);
}

export async function seen( { shop }: Session, run: Run ): Promise< Run > {
	return runSchema.parse( await call( shop, 'GET', `/runs/${ run.id }` ) );
}

/** Returns the number of requests that KeyCRM has had so far. */
export const asked = ( { keycrm }: Session ) => keycrm.log.entries().length;
