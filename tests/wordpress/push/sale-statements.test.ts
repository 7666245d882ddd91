/** Tests what a shopper's request costs while the shop leads, and while KeyCRM leads. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { openBlank } from '../support/shops/blank-account';
import { lead } from '../support/push';
import { waiting } from '../support/refresh';
import { save, stockBySku, sync } from '../support/session';
import type { Session } from '../support/session';
import { untilRead } from '../support/shelf';

let session: Session;

beforeAll( async () => {
	session = await openBlank( 10, {
		mu: { 'sell.php': phpFile( __dirname, 'sale-statements.php' ) },
		constants: { SAVEQUERIES: true },
	} );
	await save( session.shop, { guard: { min_products: 1000 } } );
	await sync( session.shop );
} );
afterAll( () => session.stop() );

/** Buys one of each. @return The statements of ours in that request. */
async function buy( ...skus: readonly string[] ): Promise< string[] > {
	const file = join( session.shop.dir, 'wp-content/sale-statements.json' );
	rmSync( file, { force: true } );
	const { status } = await session.shop.request( `/?sell=${ skus.join() }` );
	expect( status ).toBe( 200 );
	const until = Date.now() + 5000;
	while ( ! existsSync( file ) && Date.now() < until ) {
		await new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
	}
	return z
		.array( z.string() )
		.parse( JSON.parse( readFileSync( file, 'utf8' ) ) );
}

it( 'while KeyCRM leads: no statement, and nothing waits', async () => {
	expect( await buy( 'B-1', 'B-2' ) ).toEqual( [] );
	expect( await waiting( session ) ).toBe( 0 );
} );

it( 'while the shop leads: one statement for an order of three products', async () => {
	await lead( session );
	// The first sale ever makes the address at which the shop calls itself.
	await buy( 'B-9' );
	const before = ( await stockBySku( session.shop ) ).get( 'B-3' ) ?? 0;
	const statements = await buy( 'B-3', 'B-4', 'B-5' );
	expect( statements ).toHaveLength( 1 );
	expect( statements[ 0 ] ).toMatch( /^INSERT INTO `?wp_keycrm_stock_dirty/ );
	expect( ( await stockBySku( session.shop ) ).get( 'B-3' ) ).toBe(
		before - 1
	);
	if ( process.env[ 'TEST_WORLD' ] === 'native' ) {
		await untilRead( session );
	}
} );
