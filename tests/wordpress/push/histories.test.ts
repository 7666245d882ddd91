/**
 * Random histories on both sides: once it is quiet, KeyCRM has for sale what the shop has, whoever leads, and no request
 * follows any more.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { STATUS } from '../../support/keycrm-server';
import { Random } from '../../support/keycrm-server/random';
import { openBlank } from '../support/shops/blank-account';
import { confirmed, lead, notThere, setStock, writes } from '../support/push';
import {
	ownStockWrites,
	WATCH_OWN_WRITES,
} from '../support/recorders/own-stock-writes';
import { save, sync } from '../support/session';
import type { Session } from '../support/session';
import { connectWebhook, untilRead, wrongNumbers } from '../support/shelf';

jest.setTimeout( 600_000 );

const PRODUCTS = 8;
const HISTORIES = 12;
const EVENTS = 10;
/** A change costs a read, a request that writes, a read of what was taken, and a read of the echo; several may be under way. */
const MOST_REQUESTS = 16;

// php-wasm has no server that the shop could call.
const describeNative =
	process.env[ 'TEST_WORLD' ] === 'native' ? describe : describe.skip;

let session: Session;

beforeAll( async () => {
	session = await openBlank( PRODUCTS, {
		mu: { 'own-stock-writes.php': WATCH_OWN_WRITES },
	} );
	await save( session.shop, {
		guard: { min_products: 1000 },
		hold_orders: { mode: 'off' },
	} );
	await sync( session.shop );
	await connectWebhook( session );
} );
afterAll( () => session.stop() );

const skuAt = ( place: number ): string => `B-${ place }`;

/** Something that somebody does in the shop. */
async function inShop( chance: Random ): Promise< void > {
	const sku = skuAt( chance.below( PRODUCTS ) );
	if ( chance.next() < 0.5 ) {
		await setStock( session, sku, chance.below( 40 ) );
		return;
	}
	await session.shop.php( `$order = wc_create_order();
		$order->add_product( wc_get_product( wc_get_product_id_by_sku( '${ sku }' ) ), ${
			1 + chance.below( 3 )
		} );
		$order->set_status( 'processing' ); $order->save();
		${
			chance.next() < 0.3
				? "$order->set_status( 'cancelled' ); $order->save();"
				: ''
		}
		return true;` );
}

/** Something that somebody does in KeyCRM. */
function inKeyCrm( chance: Random ): void {
	const { world } = session.keycrm;
	const sku = skuAt( chance.below( PRODUCTS ) );
	const [ offer ] = world.catalogue.offersOfSku( sku );
	if ( offer === undefined ) {
		throw new Error( `KeyCRM lacks ${ sku }.` );
	}
	const open = world.orders.all()[ 0 ]?.id;
	const what = chance.below( 4 );
	if ( what === 0 ) {
		world.stock.set( offer, 1, chance.below( 40 ), 'manual' );
	} else if ( what === 1 || open === undefined ) {
		world.orders.create( {
			status_id: STATUS.agreed,
			products: [ { sku, quantity: 1 + chance.below( 3 ) } ],
		} );
	} else if ( what === 2 ) {
		world.orders.setStatus( open, STATUS.completed );
	} else {
		world.orders.remove( open );
	}
}

async function history( seed: number ): Promise< void > {
	const chance = new Random( seed );
	for ( let event = 0; event < EVENTS; event++ ) {
		if ( event === EVENTS - 1 ) {
			session.keycrm.log.clear();
		}
		if ( chance.next() < 0.6 ) {
			await inShop( chance );
		} else {
			inKeyCrm( chance );
		}
		if ( chance.next() < 0.2 ) {
			await sleep( 300 );
		}
	}
}

/** @return How many requests followed the last change. */
async function untilQuiet(): Promise< number > {
	for (;;) {
		await untilRead( session );
		const before = session.keycrm.log.entries().length;
		await sleep( 1500 );
		await untilRead( session );
		if ( session.keycrm.log.entries().length === before ) {
			return before;
		}
	}
}

describeNative( 'while the shop leads', () => {
	it( 'KeyCRM has what the shop has, and it ends', async () => {
		await lead( session );
		for ( let seed = 1; seed <= HISTORIES; seed++ ) {
			await history( seed );
			const requests = await untilQuiet();
			expect( { seed, wrong: await notThere( session ) } ).toEqual( {
				seed,
				wrong: [],
			} );
			expect( requests ).toBeLessThanOrEqual( MOST_REQUESTS );
			expect( ownStockWrites( session ) ).toEqual( [] );
		}
	} );
} );

describeNative( 'while KeyCRM leads', () => {
	it( 'the shop has what KeyCRM has, nothing is sent, and it ends', async () => {
		await save( session.shop, { direction: 'keycrm_to_shop' } );
		await confirmed( session, await sync( session.shop ) );
		await sync( session.shop );
		for ( let seed = 101; seed <= 100 + HISTORIES; seed++ ) {
			await history( seed );
			expect( writes( session ) ).toEqual( [] );
			const requests = await untilQuiet();
			expect( requests ).toBeLessThanOrEqual( MOST_REQUESTS );
			// What somebody has entered in the shop is found by the next sync.
			await sync( session.shop );
			expect( { seed, wrong: await wrongNumbers( session, 1 ) } ).toEqual(
				{
					seed,
					wrong: [],
				}
			);
			expect( writes( session ) ).toEqual( [] );
		}
	} );
} );
