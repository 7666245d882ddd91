/** Tests the writer beside other plugins that hook in, throw, break statements and commit in the wrong place. */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import {
	HOOK_RECORDER,
	readRecording,
	START_RECORDING,
} from '../support/recorders/hook-recorder';
import { seedVariedShop } from '../support/shops/varied-shop';
import { write, writeCode } from '../support/writer';
import type { WriteCall } from '../support/writer';

jest.setTimeout( 600_000 );

let shop: Shop;
let idOf: ( name: string ) => number;
let turn = 20;

beforeAll( async () => {
	shop = await openShop( { mu: { hook_recorder: HOOK_RECORDER } } );
	idOf = await seedVariedShop( shop );
} );

afterAll( () => shop.stop() );

/** Returns new numbers for three products each time. */
function three(): WriteCall[ 'numbers' ] {
	turn++;
	return new Map( [
		[ idOf( 'plain' ), turn ],
		[ idOf( 'low' ), turn ],
		[ idOf( 'equal' ), turn ],
	] );
}

async function numbers(): Promise< unknown > {
	return shop.php(
		`return array_map( static fn ( int $id ) => wc_get_product( $id )->get_stock_quantity(), array( ${ [
			'plain',
			'low',
			'equal',
		]
			.map( idOf )
			.join( ', ' ) } ) );`
	);
}

test( 'fails a product that another plugin refuses, and writes the others', async () => {
	const before = await numbers();
	const results = await write( shop, {
		numbers: three(),
		before: `add_action( 'woocommerce_product_before_set_stock', static function ( $product ) {
			if ( 'low' === $product->get_sku() ) {
				throw new RuntimeException( 'Not this one.' );
			}
		} );`,
	} );
	expect( results.get( idOf( 'low' ) ) ).toMatchObject( {
		outcome: 'failed',
		problem: 'Not this one.',
	} );
	expect( await numbers() ).toEqual( [
		turn,
		Array.isArray( before ) ? before[ 1 ] : undefined,
		turn,
	] );
} );

test( 'fails a number that another plugin kept out of the database, with a code for the sentence', async () => {
	const before = await numbers();
	const results = await write( shop, {
		numbers: three(),
		before: `add_filter( 'woocommerce_update_product_stock_query', static function ( $sql, $id ) {
			return ${ idOf( 'low' ) } === $id ? 'SELECT 1' : $sql;
		}, 9999, 2 );`,
	} );
	expect( results.get( idOf( 'low' ) ) ).toMatchObject( {
		outcome: 'failed',
		problem: 'not_stored',
	} );
	expect( await numbers() ).toEqual( [
		turn,
		Array.isArray( before ) ? before[ 1 ] : undefined,
		turn,
	] );
	const sentences = await shop.php( `
		return array_map(
			static fn ( string $problem ): string => ( new KeyCrmStock\\Text\\ReasonText() )->sentence( KeyCrmStock\\Value\\Change\\Outcome::Failed, $problem ),
			array( KeyCrmStock\\Shop\\Stock\\WriteResult::NOT_STORED, KeyCrmStock\\Shop\\Stock\\WriteResult::SHOWN_OTHERWISE )
		);
	` );
	expect( sentences ).toEqual( [
		expect.stringContaining( 'the database does not hold it' ),
		expect.stringContaining( 'WooCommerce shows another one' ),
	] );
} );

test( 'keeps the number, and fires the other hooks, when a plugin throws afterwards', async () => {
	const results = await write( shop, {
		numbers: three(),
		before: `${ START_RECORDING } add_action( 'woocommerce_product_set_stock', static function ( $product ) {
			if ( 'low' === $product->get_sku() ) {
				throw new RuntimeException( 'The cache is away.' );
			}
		}, 5 );`,
	} );
	expect( results.get( idOf( 'low' ) ) ).toMatchObject( {
		outcome: 'updated',
		after: turn,
		problem: 'The cache is away.',
	} );
	expect( await numbers() ).toEqual( [ turn, turn, turn ] );
	const recording = await readRecording( shop );
	expect( recording.get( idOf( 'low' ) ) ).toContain(
		'woocommerce_update_product'
	);
	expect( recording.get( idOf( 'equal' ) ) ).toContain(
		'woocommerce_product_set_stock'
	);
} );

test( 'ignores another plugin’s broken statement', async () => {
	if ( shop.world.kind !== 'native' ) {
		return; // SQLite's driver ends the transaction after a broken statement.
	}
	const results = await write( shop, {
		numbers: three(),
		before: `$wpdb->suppress_errors( true );
			add_action( 'woocommerce_product_before_set_stock', static fn () => $GLOBALS['wpdb']->query( 'INSERT INTO no_such_table VALUES ( 1 )' ) );`,
	} );
	expect( [ ...results.values() ].map( ( { outcome } ) => outcome ) ).toEqual(
		[ 'updated', 'updated', 'updated' ]
	);
} );

test( 'makes a full save when a callback asks for it', async () => {
	await write( shop, {
		numbers: three(),
		before: `add_action( 'woocommerce_before_product_object_save', static function ( $product ) {
			$product->set_weight( '7' );
			$product->update_meta_data( 'seen', 'yes' );
		} );`,
	} );
	expect(
		await shop.php(
			`$product = wc_get_product( ${ idOf(
				'plain'
			) } ); return array( $product->get_weight(), $product->get_meta( 'seen' ), $product->get_stock_quantity() );`
		)
	).toEqual( [ '7', 'yes', turn ] );
} );

test( 'does not rely on what this request remembers of a product', async () => {
	// WooCommerce 10.5 and later can keep whole products in memory; older ones ignore the option.
	await shop.php(
		`update_option( 'woocommerce_feature_product_instance_caching_enabled', 'yes' ); return true;`
	);
	const id = idOf( 'second' );
	await write( shop, {
		numbers: new Map( [ [ id, 9 ] ] ),
		before: `
			wc_get_product( ${ id } )->get_stock_status();
			$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = 'outofstock' WHERE post_id = ${ id } AND meta_key = '_stock_status'" );
			$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = '0' WHERE post_id = ${ id } AND meta_key = '_stock'" );
		`,
	} );
	const seen = await shop.php(
		`$product = wc_get_product( ${ id } ); return array( $product->get_stock_quantity(), $product->get_stock_status() );`
	);
	await shop.php(
		`delete_option( 'woocommerce_feature_product_instance_caching_enabled' ); return true;`
	);
	expect( seen ).toEqual( [ 9, 'instock' ] );
} );

test( 'keeps fractions in a shop that sells them', async () => {
	const id = idOf( 'plain' );
	const fractions = `remove_filter( 'woocommerce_stock_amount', 'intval' ); add_filter( 'woocommerce_stock_amount', 'floatval' );`;
	const results = await write( shop, {
		numbers: new Map( [ [ id, 7.25 ] ] ),
		before: fractions,
	} );
	expect( results.get( id ) ).toMatchObject( { after: 7.25 } );
	const again = await write( shop, {
		numbers: new Map( [ [ id, 7.25 ] ] ),
		before: fractions,
	} );
	expect( again.get( id ) ).toMatchObject( {
		before: 7.25,
		outcome: 'unchanged',
	} );
	expect(
		await shop.sql(
			`SELECT meta_value FROM wp_postmeta WHERE post_id = ${ id } AND meta_key = '_stock'`
		)
	).toEqual( [ { meta_value: '7.25' } ] );
} );

test( 'puts every callback back in its place', async () => {
	const code = [
		phpFile( __dirname, 'stock-writer-neighbours-moved.php', {
			product_id: idOf( 'plain' ),
		} ),
		writeCode( { numbers: three() } ),
		'return $moved();',
	];
	const answer = await shop.php( code.join( '\n' ) );
	expect( answer ).toEqual( [] );
} );
