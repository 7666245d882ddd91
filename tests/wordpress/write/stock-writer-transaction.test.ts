/**
 * Tests one transaction a page, also when the process dies.
 * Before the commit nothing has changed, and after it all follow-up work is done.
 */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import {
	HOOK_RECORDER,
	readRecording,
	START_RECORDING,
} from '../support/recorders/hook-recorder';
import { seedVariedShop } from '../support/shops/varied-shop';
import { SHOP_ROOM, writeCode } from '../support/writer';

jest.setTimeout( 600_000 );

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop( { mu: { hook_recorder: HOOK_RECORDER } } );
	idOf = await seedVariedShop( shop );
} );

afterAll( () => shop.stop() );

const numbers = () =>
	new Map( [
		[ idOf( 'plain' ), 77 ],
		[ idOf( 'sold-out' ), 5 ],
		[ idOf( 'coat-s' ), 0 ],
	] );

/** Returns number and status of the products above, then the status of the coat. */
const shelf = () =>
	shop.php( `
		$state = static fn ( int $id ): array => array( wc_get_product( $id )->get_stock_quantity(), wc_get_product( $id )->get_stock_status() );
		return array( $state( ${ idOf( 'plain' ) } ), $state( ${ idOf(
			'sold-out'
		) } ), $state( ${ idOf( 'coat-s' ) } ), wc_get_product( ${ idOf(
			'coat'
		) } )->get_stock_status() );
	` );

const UNTOUCHED = [
	[ 10, 'instock' ],
	[ 0, 'outofstock' ],
	[ 2, 'instock' ],
	'instock',
];

/** Returns PHP that dies at the first call of the given hook. */
function dyingAt( hook: string ): string {
	return writeCode( {
		numbers: numbers(),
		before: `add_action( '${ hook }', static function () { exit( 'died' ); } );
			add_action( 'shutdown', static fn () => update_option( 'written_at_shutdown', microtime( true ), false ) );`,
	} );
}

test( 'before the commit nothing has changed, and other plugins’ last writes are kept', async () => {
	await expect(
		shop.php( dyingAt( 'woocommerce_product_before_set_stock' ) )
	).rejects.toThrow( 'died' );
	expect( await shelf() ).toEqual( UNTOUCHED );
	expect(
		await shop.php( `return 0 < get_option( 'written_at_shutdown', 0 );` )
	).toBe( true );
} );

test( 'after the commit the numbers are there, and the next process does the follow-up', async () => {
	await expect(
		shop.php( dyingAt( 'woocommerce_updated_product_stock' ) )
	).rejects.toThrow( 'died' );
	expect( await shelf() ).toEqual( [
		[ 77, 'instock' ],
		[ 5, 'outofstock' ],
		[ 0, 'instock' ],
		'instock',
	] );
	// Runs twice, because the process that does the follow-up may die too.
	const finish = `${ SHOP_ROOM } $writer->finish( array( ${ [
		...numbers().keys(),
	].join( ', ' ) } ), static function (): void {} ); return true;`;
	await shop.php( `${ START_RECORDING } ${ finish }` );
	await shop.php( finish );
	expect( await shelf() ).toEqual( [
		[ 77, 'instock' ],
		[ 5, 'instock' ],
		[ 0, 'outofstock' ],
		'outofstock',
	] );
	const recording = await readRecording( shop );
	for ( const name of [ 'plain', 'sold-out', 'coat' ] ) {
		expect( recording.get( idOf( name ) ) ).toContain(
			'woocommerce_update_product'
		);
	}
} );

test( 'repairs the lookup row of a product that keeps no number of its own, and no other row', async () => {
	const [ coat, other ] = [ idOf( 'coat' ), idOf( 'low' ) ];
	const lookup = () =>
		shop.sql(
			`SELECT stock_status FROM wp_wc_product_meta_lookup WHERE product_id IN (${ coat }, ${ other }) ORDER BY product_id = ${ other }`
		);
	await shop.sql(
		`UPDATE wp_wc_product_meta_lookup SET stock_status = 'torn' WHERE product_id IN (${ coat }, ${ other })`
	);
	await shop.php(
		`${ SHOP_ROOM } $writer->finish( array( ${ idOf(
			'coat-s'
		) } ), static function (): void {} ); return true;`
	);
	expect( await lookup() ).toEqual( [
		{ stock_status: 'outofstock' },
		{ stock_status: 'torn' },
	] );
	await shop.php(
		`${ SHOP_ROOM } $writer->finish( array( ${ other } ), static function (): void {} ); return true;`
	);
} );

/** Writes new numbers for two other products each time, and returns them. */
let turn = 20;

function two() {
	turn++;
	return new Map( [
		[ idOf( 'low' ), turn ],
		[ idOf( 'equal' ), turn ],
	] );
}

const numbersOfTwo = () =>
	shop.php(
		`return array( wc_get_product( ${ idOf(
			'low'
		) } )->get_stock_quantity(), wc_get_product( ${ idOf(
			'equal'
		) } )->get_stock_quantity() );`
	);

test( 'fires hooks only after the numbers are committed', async () => {
	const answer = await shop.php(
		phpFile( __dirname, 'stock-writer-transaction-inside.php' ) +
			`${ writeCode( { numbers: two() } ) } return $inside;`
	);
	expect( answer ).toEqual( {
		woocommerce_updated_product_stock: false,
		woocommerce_product_set_stock: false,
		woocommerce_update_product: false,
		woocommerce_after_product_object_save: false,
	} );
} );

test( 'notices when another plugin ends the transaction, and writes the page again', async () => {
	const answer = await shop.php(
		phpFile( __dirname, 'stock-writer-transaction-ended.php' ) +
			`${ writeCode( { numbers: two() } ) } return $notes;`
	);
	expect( answer ).toBe( 2 );
	expect( await numbersOfTwo() ).toEqual( [ turn, turn ] );
} );

test( 'stores records made before the commit together with the numbers, or not at all', async () => {
	const before = await numbersOfTwo();
	const call = writeCode( {
		numbers: two(),
		before: `${ START_RECORDING } update_option( 'note', 'old' );`,
		beforeCommit: `update_option( 'note', 'new' ); throw new RuntimeException( 'The lease is gone.' );`,
	} );
	const said = await shop.php(
		`try { ${ call } } catch ( RuntimeException $error ) { return $error->getMessage(); }`
	);
	expect( said ).toBe( 'The lease is gone.' );
	expect( await numbersOfTwo() ).toEqual( before );
	const note = await shop.sql(
		"SELECT option_value FROM wp_options WHERE option_name = 'note'"
	);
	expect( note ).toEqual( [ { option_value: 'old' } ] );
	const recording = await readRecording( shop );
	expect( recording.get( idOf( 'low' ) ) ).not.toContain(
		'woocommerce_product_set_stock'
	);
} );
