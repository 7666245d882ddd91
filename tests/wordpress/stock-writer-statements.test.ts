/** WooCommerce's statements for a page of numbers are sent in a row: nobody may see a difference. */
import * as z from 'zod/mini';
import { openShop } from '../support/worlds/shop';
import type { Shop } from '../support/worlds/shop';
import { seedVariedShop } from './support/varied-shop';
import { write } from './support/writer';

const native = process.env[ 'TEST_WORLD' ] === 'native';
const NAMES = [ 'plain', 'low', 'equal' ];

let shop: Shop;
let idOf: ( name: string ) => number;
let turn = 20;

beforeAll( async () => {
	shop = await openShop();
	idOf = await seedVariedShop( shop );
} );
afterAll( () => shop.stop() );

const ids = () => NAMES.map( idOf ).sort( ( a, b ) => a - b );
const numbers = () => new Map( ids().map( ( id ) => [ id, ++turn ] ) );

/** PHP: what is stored, in both tables, in the order of the ids. */
const stored = () => `array_map(
	static fn ( $row ) => array_map( 'floatval', $row ),
	$GLOBALS['wpdb']->get_results( "SELECT m.meta_value, l.stock_quantity FROM wp_postmeta m
		JOIN wp_wc_product_meta_lookup l ON l.product_id = m.post_id
		WHERE m.meta_key = '_stock' AND m.post_id IN ( ${ ids().join(
			', '
		) } ) ORDER BY m.post_id", 'ARRAY_N' )
)`;

const now = async () =>
	z
		.array( z.array( z.number() ) )
		.parse( await shop.php( `return ${ stored() };` ) );
const both = ( found: Iterable< number > ) =>
	[ ...found ].map( ( number ) => [ number, number ] );

test( 'who asks while the page is written finds the numbers before his own', async () => {
	const old = numbers();
	await write( shop, { numbers: old } );
	const wanted = numbers();
	await write( shop, {
		numbers: wanted,
		before: `$GLOBALS['seen'] = array();
			add_action( 'woocommerce_product_before_set_stock', static function (): void { $GLOBALS['seen'][] = ${ stored() }; } );`,
		beforeCommit: `update_option( 'seen', $GLOBALS['seen'] );`,
	} );
	const steps = ids().map( ( _, done ) =>
		both( [ ...wanted.values() ].slice( 0, done ) ).concat(
			both( [ ...old.values() ].slice( done ) )
		)
	);
	expect( await shop.php( `return get_option( 'seen' );` ) ).toEqual( steps );
	expect( await now() ).toEqual( both( wanted.values() ) );
} );

test( 'each goes out once, and everybody has his word in it once', async () => {
	await write( shop, {
		numbers: numbers(),
		before: `define( 'SAVEQUERIES', true );
			$GLOBALS['words'] = array();
			add_filter( 'query', static function ( $sql ) {
				if ( preg_match( '/^UPDATE wp_postmeta|^REPLACE/', $sql, $found ) ) {
					$GLOBALS['words'][] = $found[0];
				}
				return $sql;
			} );
			$GLOBALS['at'] = array();
			add_action( 'woocommerce_product_before_set_stock', static function (): void { $GLOBALS['at'][] = $GLOBALS['wpdb']->num_queries; } );`,
		beforeCommit: `update_option( 'words', array(
			$GLOBALS['words'],
			array_values( array_filter( array_map( static fn ( $query ) => preg_match( '/^UPDATE wp_postmeta|^REPLACE/', $query[0], $found ) ? $found[0] : '', $GLOBALS['wpdb']->queries ) ) ),
			$GLOBALS['at'][2] - $GLOBALS['at'][1],
		) );`,
	} );
	const one = [ 'UPDATE wp_postmeta', 'REPLACE' ];
	const all = [ ...one, ...one, ...one ];
	expect( await shop.php( `return get_option( 'words' );` ) ).toEqual( [
		all,
		all,
		// SQLite's drop-in is another class, whose statements are not held.
		native ? 0 : expect.any( Number ),
	] );
} );

( native ? test : test.skip ).each( [
	[ 'in a row', '' ],
	[
		'before somebody else’s',
		`add_action( 'woocommerce_product_before_set_stock', static fn () => $GLOBALS['wpdb']->get_var( 'SELECT 1' ) );`,
	],
] )( 'one that fails %s fails its product alone', async ( _, before ) => {
	const was = await now();
	const wanted = numbers();
	const results = await write( shop, {
		numbers: wanted,
		before: `${ before }
			$wpdb->suppress_errors( true );
			add_filter( 'woocommerce_update_product_stock_query', static fn ( $sql, $id ) => ${ idOf(
				'low'
			) } === $id ? "UPDATE no_such_table SET meta_value = 1 WHERE meta_key='_stock'" : $sql, 10, 2 );`,
	} );
	expect( results.get( idOf( 'low' ) ) ).toMatchObject( {
		outcome: 'failed',
		problem: expect.stringContaining( `product ${ idOf( 'low' ) }` ),
	} );
	const place = ids().indexOf( idOf( 'low' ) );
	const left = both( wanted.values() );
	left[ place ] = was[ place ] ?? [];
	expect( await now() ).toEqual( left );
} );
