/**
 * Tests that a refresh follows a webhook message at once.
 * It runs in the message's own request after the answer, or else in a call of the shop to itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bulkFill } from '../../support/fill/bulk-fill';
import { phpFile } from '../../support/php-file';
import { syncProduct } from '../support/product-sync';
import { call, save, step, sync } from '../support/session';
import type { Session } from '../support/session';
import { refresh, refreshes, waiting } from '../support/refresh';
import {
	asked,
	inKeyCrm,
	openSmallShop,
	removeProducts,
	stockOf,
} from '../support/shops/small-shop';
import { STATUS } from '../../support/keycrm-server';
import {
	aboutOrder,
	aboutStock,
	post,
	webhook,
	webhookPath,
} from '../support/webhooks';

const isNative = process.env[ 'TEST_WORLD' ] === 'native';

/** Drops the shop's calls to itself while the option is set, and otherwise counts them. */
const CALLS = readFileSync( join( __dirname, 'lost-calls.php' ), 'utf8' );

/** Makes a server that can send the answer and continue. */
const FINISHER = `<?php
if ( is_file( ABSPATH . 'wp-content/finisher' ) ) {
	function fastcgi_finish_request() { return true; }
}`;

let session: Session;
let path: string;

beforeAll( async () => {
	session = await openSmallShop( 120, 12, {
		calls: CALLS,
		finisher: FINISHER,
	} );
	await save( session.shop, { guard: { min_products: 1000 } } );
	path = await webhookPath( session.shop );
	expect( ( await webhook( session.shop ) ).wake_up ).toBe( 'unknown' );
} );
afterAll( () => session.stop() );

const option = ( name: string, value: string ) =>
	session.shop.php( `return update_option( '${ name }', ${ value } );` );
const calls = () =>
	session.shop.php( `return (int) get_option( 'test_calls' );` );

function idOf( sku: string ): number {
	return session.keycrm.world.catalogue.offersOfSku( sku )[ 0 ]?.id ?? 0;
}

async function report( ...skus: readonly string[] ): Promise< void > {
	const answer = await post(
		session.shop,
		path,
		aboutStock( ...skus.map( idOf ) )
	);
	expect( answer.status ).toBe( 200 );
}

/** Waits until the shop has this number, and returns the milliseconds. */
async function shown( sku: string, stock: number ): Promise< number > {
	const began = Date.now();
	while ( Date.now() - began < 10_000 ) {
		if ( ( await stockOf( session, sku ) ) === stock ) {
			return Date.now() - began;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
	}
	throw new Error( `${ sku } does not become ${ stock }.` );
}

it( 'starts nothing for a message before the first sync', async () => {
	await report( 'Q-0' );
	expect( await refreshes( session ) ).toEqual( [] );
	expect( await calls() ).toBe( 0 );
	await sync( session.shop );
	await refresh( session );
	expect( await waiting( session ) ).toBe( 0 );
} );

// php-wasm has no server that the shop could call.
( isNative ? it : it.skip )(
	'a message about an order has the order looked up, and its number is there',
	async () => {
		await option( 'test_calls', '0' );
		const id = session.keycrm.world.orders.create( {
			status_id: STATUS.agreed,
			products: [ { sku: 'Q-90', quantity: 2 } ],
		} );
		const before = Number( await stockOf( session, 'Q-90' ) );
		const { status } = await post( session.shop, path, aboutOrder( id ) );
		expect( status ).toBe( 200 );
		await shown( 'Q-90', before - 2 );
		expect( await calls() ).toBe( 1 );
		await option( 'test_calls', '0' );
		session.keycrm.world.orders.remove( id );
	}
);

( isNative ? it : it.skip )(
	'what “Sync this product” has no request left for follows at once',
	async () => {
		const skus = Array.from(
			{ length: 52 },
			( _, place ) => `V-${ place }`
		);
		session.keycrm.world.seed( {
			offers: skus.map( ( sku ) => ( { sku, quantity: 2 } ) ),
		} );
		const row = {
			price: 1,
			stock: 1,
			type: 'variation',
			parent: 0,
		} as const;
		const [ shirt = 0, ...variations ] = await bulkFill( session.shop, [
			{
				...row,
				sku: '',
				name: 'Shirt',
				type: 'variable',
				stock: null,
				parent: -1,
			},
			...skus.map( ( sku ) => ( { ...row, sku, name: sku } ) ),
		] );
		await syncProduct( session, shirt );
		await shown( 'V-51', 2 );
		expect( await calls() ).toBe( 1 );
		expect( ( await refreshes( session ) )[ 0 ]?.trigger ).toBe( 'person' );
		await option( 'test_calls', '0' );
		await removeProducts( session, [ shirt, ...variations ] );
	}
);

( isNative ? it : it.skip )(
	'the shop calls itself, and writes the number',
	async () => {
		inKeyCrm( session.keycrm, 'Q-10', 3 );
		await report( 'Q-10' );
		expect( await shown( 'Q-10', 3 ) ).toBeLessThan( 3000 );
		expect( await calls() ).toBe( 1 );
		expect( ( await webhook( session.shop ) ).wake_up ).toBe( 'loopback' );
	}
);

( isNative ? it : it.skip )(
	'many messages beside a worker call nobody, cost a request for fifty offers, and the last numbers are written',
	async () => {
		const { shop } = session;
		const skus = Array.from(
			{ length: 100 },
			( _, place ) => `Q-${ place }`
		);
		// A worker has the refresh, and comes to nothing until all messages are in, however long they take.
		await option( 'test_lost', '1' );
		await report( 'Q-0' );
		const [ run ] = await refreshes( session );
		await shop.sql(
			`UPDATE wp_keycrm_stock_runs SET lease_owner = 'test', lease_until = 9999999999999 WHERE id = ${ run?.id }`
		);
		await option( 'test_lost', '0' );
		await option( 'test_calls', '0' );
		// Nor is the lost call remembered, which on a slow machine is half a minute old at the end.
		await shop.sql(
			"DELETE FROM wp_options WHERE option_name = 'keycrm_stock_wake_up'"
		);
		session.keycrm.log.clear();
		await Promise.all(
			Array.from( { length: 60 }, async ( _, event ) => {
				const sku = `Q-${ ( event % 12 ) * 10 }`;
				inKeyCrm( session.keycrm, sku, 20 + event );
				await report( sku, skus[ event ] ?? '' );
			} )
		);
		expect( await calls() ).toBe( 0 );
		expect( session.keycrm.log.entries() ).toEqual( [] );
		expect( await waiting( session ) ).toBe( 66 );
		// The worker dies, and is found out.
		await shop.sql(
			`UPDATE wp_keycrm_stock_runs SET lease_until = 1, updated_at = 1 WHERE id = ${ run?.id }`
		);
		await report( 'Q-0' );
		for ( let place = 0; place < 12; place++ ) {
			await shown( `Q-${ place * 10 }`, 20 + 48 + place );
		}
		expect( await calls() ).toBe( 1 );
		expect( asked( session ) ).toEqual( [ '50 ids', '16 ids' ] );
		expect( session.keycrm.log.entries() ).toHaveLength( 2 );
	}
);

( isNative ? it : it.skip )(
	'many messages while refreshes are made cost a request each at most, and the last numbers are written',
	async () => {
		const MESSAGES = 36;
		session.keycrm.log.clear();
		await Promise.all(
			Array.from( { length: MESSAGES }, async ( _, event ) => {
				const sku = `Q-${ ( event % 12 ) * 10 }`;
				inKeyCrm( session.keycrm, sku, 100 + event );
				await report( sku );
			} )
		);
		for ( let place = 0; place < 12; place++ ) {
			await shown( `Q-${ place * 10 }`, 100 + 24 + place );
		}
		expect( session.keycrm.log.entries().length ).toBeLessThanOrEqual(
			MESSAGES
		);
	}
);

it( 'the queue makes up for a lost call, which is not repeated for each message', async () => {
	await option( 'test_lost', '1' );
	await option( 'test_calls', '0' );
	inKeyCrm( session.keycrm, 'Q-20', 4 );
	await report( 'Q-20' );
	await report( 'Q-20' );
	expect( await calls() ).toBe( 1 );
	const [ run ] = await refreshes( session );
	expect( run ).toMatchObject( { status: 'running', lane: 'refresh' } );
	expect(
		await session.shop.php(
			`return as_has_scheduled_action( 'keycrm_stock_step', array( ${ run?.id } ) );`
		)
	).toBe( true );
	// After half a minute the plugin knows that calls do not arrive here.
	await session.shop.php( phpFile( __dirname, 'age-call.php' ) );
	expect( ( await webhook( session.shop ) ).wake_up ).toBe( 'queue' );
	await step( session.shop, run?.id ?? 0 );
	await refresh( session );
	expect( await stockOf( session, 'Q-20' ) ).toBe( 4 );
	// The plugin tries a call again once a minute.
	await report( 'Q-20' );
	expect( await calls() ).toBe( 1 );
	await refresh( session );
	await option( 'test_lost', '0' );
} );

it( 'the request does the work itself when the server can continue after the answer', async () => {
	await session.shop.php(
		`return file_put_contents( ABSPATH . 'wp-content/finisher', '' );`
	);
	await option( 'test_calls', '0' );
	inKeyCrm( session.keycrm, 'Q-30', 5 );
	await report( 'Q-30' );
	await shown( 'Q-30', 5 );
	expect( await calls() ).toBe( 0 );
	expect( ( await webhook( session.shop ) ).wake_up ).toBe( 'after_answer' );
	expect( await waiting( session ) ).toBe( 0 );
	await session.shop.php(
		`return unlink( ABSPATH . 'wp-content/finisher' );`
	);
} );

it( 'only the shop itself may call this URL', async () => {
	const { shop } = session;
	const answer = await shop.request(
		'/wp-json/keycrm-stock/v1/wake-up/wrong',
		{ method: 'POST' }
	);
	expect( answer.status ).toBe( 404 );
	const token = await shop.php(
		`return get_option( 'keycrm_stock_wake_up_token' );`
	);
	expect(
		await call( shop, 'POST', `/wake-up/${ String( token ) }` )
	).toEqual( { awake: true } );
} );
