/**
 * Tests one product in two languages.
 * A small fake stands in for the language plugin: its table or taxonomy, and a callback that copies stock
 * unchecked, as WooCommerce Multilingual does.
 */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { seed, SHOP_ROOM, write } from '../support/writer';

jest.setTimeout( 600_000 );

const FAKE = phpFile( __dirname, 'translations-plugin.php' );

const SEED = phpFile( __dirname, 'translations-shop.php' );

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop( { mu: { languages: FAKE } } );
	idOf = await seed( shop, SEED );
} );

afterAll( () => shop.stop() );

const choose = ( plugin: string ) =>
	shop.php(
		`update_option( 'fake_language_plugin', '${ plugin }' ); return true;`
	);

const ids = ( ...names: string[] ) => names.map( idOf );

const stock = ( ...names: string[] ) =>
	shop.php(
		`return array_map( static fn ( int $id ) => wc_get_product( $id )->get_stock_quantity(), array( ${ ids(
			...names
		).join( ', ' ) } ) );`
	);

test.each( [ 'wpml', 'polylang' ] )(
	'%s: a set is found from each of its members',
	async ( plugin ) => {
		await choose( plugin );
		expect(
			await shop.php(
				`${ SHOP_ROOM } return array_map( static fn ( $product ) => array( $product->id, $product->sku, $product->translations ), $catalogue->page( 0, 100 ) );`
			)
		).toEqual( [
			[ idOf( 'first' ), 'first', ids( 'first' ) ],
			[ idOf( 'mug-uk' ), 'mug', ids( 'mug-uk', 'mug-ru' ) ],
			[ idOf( 'mug-ru' ), 'mug', ids( 'mug-uk', 'mug-ru' ) ],
			[ idOf( 'cup-uk' ), 'cup', ids( 'cup-uk', 'cup-ru' ) ],
			[ idOf( 'cup-ru' ), 'cup', ids( 'cup-uk', 'cup-ru' ) ],
			[ idOf( 'last' ), 'last', ids( 'last' ) ],
		] );
	}
);

test( 'without a language plugin translations are separate products', async () => {
	await choose( '' );
	expect(
		await shop.php(
			`${ SHOP_ROOM } return $catalogue->by_ids( array( ${ idOf(
				'mug-uk'
			) } ) )[0]->translations;`
		)
	).toEqual( ids( 'mug-uk' ) );
} );

test( 'all members of a set get the number once, and the language plugin finds nothing left to copy', async () => {
	await choose( 'wpml' );
	const results = await write( shop, {
		numbers: new Map(
			ids( 'mug-uk', 'mug-ru' ).map( ( id ) => [ id, 9 ] )
		),
		before: `add_action( 'shutdown', static fn () => update_option( 'test_copies', $GLOBALS['copies'] ) );`,
	} );
	expect(
		[ ...results.values() ].map( ( { before, after } ) => [
			before,
			after,
		] )
	).toEqual( [
		[ 5, 9 ],
		[ 5, 9 ],
	] );
	expect( await shop.php( `return get_option( 'test_copies' );` ) ).toEqual(
		[]
	);
	expect( await stock( 'mug-uk', 'mug-ru' ) ).toEqual( [ 9, 9 ] );
} );

test( 'a member that the language plugin has already copied is not written again', async () => {
	await write( shop, { numbers: new Map( [ [ idOf( 'cup-uk' ), 3 ] ] ) } );
	expect( await stock( 'cup-uk', 'cup-ru' ) ).toEqual( [ 3, 3 ] );
	const results = await write( shop, {
		numbers: new Map( [ [ idOf( 'cup-ru' ), 3 ] ] ),
	} );
	expect( results.get( idOf( 'cup-ru' ) ) ).toMatchObject( {
		outcome: 'unchanged',
		before: 3,
	} );
} );

test( 'a sale between our commit and the language plugin’s copy is not undone', async () => {
	await write( shop, {
		numbers: new Map(
			ids( 'first', 'mug-uk', 'mug-ru' ).map( ( id ) => [ id, 20 ] )
		),
		before: `add_action( 'woocommerce_product_set_stock', static function ( $product ) {
			global $wpdb;
			if ( ${ idOf(
				'first'
			) } === $product->get_id() ) { // Another request sells a mug before our plugin reaches it.
				$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = meta_value - 1 WHERE meta_key = '_stock' AND post_id IN ( ${ ids(
					'mug-uk',
					'mug-ru'
				).join( ', ' ) } )" );
			}
		}, 1 );`,
	} );
	expect( await stock( 'first', 'mug-uk', 'mug-ru' ) ).toEqual( [
		20, 19, 19,
	] );
} );
