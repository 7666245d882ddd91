/** Tests a long change log: its pages are quick, and its CSV file takes no more memory than a short one. */
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { fillLog } from '../support/log-fill';

/** Native PHP is timed with the size of issue 6; php-wasm gets fewer rows and no time limit. */
const NATIVE = process.env[ 'TEST_WORLD' ] === 'native';
const ROWS = NATIVE ? 20_000 : 1_500;
const MOST_MS = 150;

/** Rows and bytes of a short file and of a long one. */
const usedSchema = z.tuple( [
	z.tuple( [ z.number(), z.number() ] ),
	z.tuple( [ z.number(), z.number() ] ),
] );

let shop: Shop;

beforeAll( async () => {
	shop = await openShop();
	expect( await fillLog( shop, ROWS ) ).toBe( '' );
} );
afterAll( () => shop.stop() );

/** Returns the shortest time of several tries in PHP milliseconds, because other programs share the machine. */
async function timeOf( query: Record< string, unknown > ): Promise< unknown > {
	return shop.php(
		phpFile( __dirname, 'change-log-size-time.php', { query } )
	);
}

it.each( [
	[ 'the first page', {}, ROWS ],
	[ 'a search by name', { search: 'зимова 14' }, 0 ],
	[ 'a search by SKU', { search: 'sku-1234' }, 0 ],
	[ 'a filter', { direction: 'to_zero' }, ROWS / 10 ],
	[ 'a filter, sorted', { direction: 'down', order_by: 'difference' }, 0 ],
	[ 'the last page', { page: ROWS / 100, per_page: 100 }, ROWS ],
] )( 'returns %s', async ( name, query, total ) => {
	const answer = await timeOf( query );
	const { ms, total: found } = Object.assign(
		{ ms: Number.NaN, total: 0 },
		answer
	);
	console.log( `${ name }: ${ ms.toFixed( 1 ) } ms, ${ found } rows` );
	expect( found ).toBeGreaterThan( 0 );
	if ( total > 0 ) {
		expect( found ).toBe( total );
	}
	// The issue sets no limit for sorting, so its time is only printed.
	if ( NATIVE && ! ( 'order_by' in query ) ) {
		expect( ms ).toBeLessThanOrEqual( MOST_MS );
	}
} );

it( 'sends a file with all rows', async () => {
	const { status, headers, text } = await shop.request(
		'/wp-json/keycrm-stock/v1/changes?format=csv',
		{ as: 'shop_manager' }
	);
	expect( status ).toBe( 200 );
	expect( headers.get( 'content-type' ) ).toContain( 'text/csv' );
	expect( headers.get( 'content-disposition' ) ).toContain( '.csv' );
	expect( text.trimEnd().split( '\r\n' ) ).toHaveLength( ROWS + 1 );
} );

it( 'takes no more memory for a file of all rows than for one of a tenth', async () => {
	const used = await shop.php(
		phpFile( __dirname, 'change-log-size-memory.php', {
			run_id: 100000 + ROWS / 500 - 1,
		} )
	);
	const [ few, all ] = usedSchema.parse( used );
	expect( few[ 0 ] ).toBe( 501 );
	expect( all[ 0 ] ).toBe( ROWS + 1 );
	console.log(
		`${ few[ 0 ] } rows: ${ few[ 1 ] } bytes, ${ all[ 0 ] } rows: ${ all[ 1 ] } bytes`
	);
	expect( all[ 1 ] ).toBeLessThan( few[ 1 ] + 1_000_000 );
} );
