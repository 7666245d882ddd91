/** What the shop shows beside what KeyCRM has, where KeyCRM sends its messages by itself. */
import type { KeyCrmServer } from '../../support/keycrm-server';
import { stockBySku } from './session';
import type { Session } from './session';
import { refreshes, waiting } from './refresh';
import { webhookPath } from './webhooks';

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 100;

/** Enters the shop's address in KeyCRM. @return The address. */
export async function connectWebhook( {
	shop,
	keycrm,
}: Session ): Promise< string > {
	const url = shop.url + ( await webhookPath( shop ) );
	keycrm.world.webhooks.connect( { url } );
	return url;
}

/** Waits until the shop has worked on every message, without help. Native world only: php-wasm has no server to call. */
export async function untilRead( session: Session ): Promise< void > {
	await session.keycrm.world.webhooks.settled();
	const until = Date.now() + PATIENCE_MS;
	// An offer leaves the queue only after its number was written.
	while ( ( await waiting( session ) ) > 0 ) {
		if ( Date.now() > until ) {
			throw new Error(
				`Not read: ${ JSON.stringify( await refreshes( session ) ) }`
			);
		}
		await new Promise( ( resolve ) =>
			setTimeout( resolve, LOOK_EVERY_MS )
		);
	}
}

/** Products whose number is not what KeyCRM has for sale, as `SKU: shop, KeyCRM`. Without warehouses all of them count. */
export async function wrongNumbers(
	{ shop, keycrm }: Session,
	...warehouses: readonly number[]
): Promise< string[] > {
	return [ ...( await stockBySku( shop ) ) ].flatMap( ( [ sku, shelf ] ) => {
		const free = freeInKeyCrm( keycrm, sku, warehouses );
		return shelf === free ? [] : [ `${ sku }: ${ shelf }, ${ free }` ];
	} );
}

function freeInKeyCrm(
	{ world }: KeyCrmServer,
	sku: string,
	warehouses: readonly number[]
): number | null {
	const [ offer ] = world.catalogue.offersOfSku( sku );
	if ( offer === undefined ) {
		return null;
	}
	const free = world.stock
		.lines( offer )
		.filter(
			( { warehouse_id } ) =>
				warehouses.length === 0 || warehouses.includes( warehouse_id )
		)
		.reduce(
			( sum, { quantity, reserve } ) => sum + quantity - reserve,
			0
		);
	return Math.max( 0, free );
}
