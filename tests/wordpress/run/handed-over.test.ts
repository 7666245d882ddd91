/** A worker on a refresh has little time in a request. What is left is handed over to the next request of the shop itself. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { save, sync } from '../support/session';
import type { Session } from '../support/session';
import { connectWebhook, untilRead } from '../support/shelf';
import {
	asked,
	inKeyCrm,
	openSmallShop,
	stockOf,
} from '../support/shops/small-shop';
import { aboutStock, post } from '../support/webhooks';

const OFFERS = 120;

/** While the file is there, a worker's time ends before its second request to KeyCRM. */
const SHORT = `<?php
if ( is_file( ABSPATH . 'wp-content/short' ) ) {
	set_time_limit( 2 );
}`;
const CALLS = readFileSync( join( __dirname, 'lost-calls.php' ), 'utf8' );

// php-wasm has no server that the shop could call.
const itNative = process.env[ 'TEST_WORLD' ] === 'native' ? it : it.skip;

let session: Session;

beforeAll( async () => {
	session = await openSmallShop( OFFERS, 12, { short: SHORT, calls: CALLS } );
	await save( session.shop, { guard: { min_products: 1000 } } );
	await sync( session.shop );
} );
afterAll( () => session.stop() );

itNative(
	'one message about 120 offers is read by several workers',
	async () => {
		const { shop, keycrm } = session;
		const url = new URL( await connectWebhook( session ) );
		keycrm.world.behave( { webhook_delivery: 'never' } );
		const offers = keycrm.world.catalogue.offers();
		inKeyCrm( keycrm, 'Q-0', 81 );
		inKeyCrm( keycrm, 'Q-110', 82 );
		await save( shop, { requests_per_minute: 30 } );
		const file = join( shop.dir, 'wp-content/short' );
		writeFileSync( file, '' );
		keycrm.log.clear();

		const body = aboutStock( ...offers.map( ( { id } ) => id ) );
		await post( shop, url.pathname + url.search, body );
		await untilRead( session );

		expect( asked( session ) ).toEqual( [ '50 ids', '50 ids', '20 ids' ] );
		expect( await stockOf( session, 'Q-0' ) ).toBe( 81 );
		expect( await stockOf( session, 'Q-110' ) ).toBe( 82 );
		const calls = z
			.int()
			.parse(
				await shop.php( `return (int) get_option( 'test_calls' );` )
			);
		expect( calls ).toBeGreaterThan( 1 );
		rmSync( file );
	}
);
