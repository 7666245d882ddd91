/** Tests that the writer reads the database itself when WordPress's caches lack what they usually hold. */
import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { seedVariedShop } from '../support/shops/varied-shop';
import { write } from '../support/writer';

jest.setTimeout( 600_000 );

const numbersSchema = z.array( z.object( { number: z.coerce.number() } ) );

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop();
	idOf = await seedVariedShop( shop );
	// Only its type says that it keeps no number.
	await shop.php(
		`update_post_meta( ${ idOf( 'external' ) }, '_manage_stock', 'yes' );
		return update_post_meta( ${ idOf( 'external' ) }, '_stock', '3' );`
	);
} );

afterAll( () => shop.stop() );

/** Keeps meta in its own cache, as some plugins do. */
const META_BY_ANOTHER_PLUGIN = phpFile( __dirname, 'stale-caches-plugin.php' );

it.each( [
	[ 'another plugin reads meta', META_BY_ANOTHER_PLUGIN, 21 ],
	[ 'WordPress caches nothing', 'wp_suspend_cache_addition( true );', 22 ],
	[
		'an old type and an old SKU are remembered',
		`foreach ( $ids as $id ) {
			wp_cache_set( $id, array( get_term_by( 'slug', 'external', 'product_type' )->term_id ), 'product_type_relationships' );
			wp_cache_set( $id, array( '_sku' => array( 'old' ), '_manage_stock' => array( 'no' ) ), 'post_meta' );
		}`,
		23,
	],
] )( 'writes right numbers when %s', async ( _, odd, number ) => {
	const ids = [ idOf( 'plain' ), idOf( 'shirt-s' ) ];
	const results = await write( shop, {
		before: `$ids = array( ${ ids.join( ', ' ) } ); ${ odd }`,
		numbers: new Map(
			[ ...ids, idOf( 'external' ) ].map( ( id ) => [ id, number ] )
		),
	} );
	expect(
		[ ...results.values() ].map( ( { outcome } ) => outcome ).sort()
	).toEqual( [ 'not_managed', 'updated', 'updated' ] );
	const list = ids.join( ', ' );
	const rows = await shop.sql(
		`SELECT meta_value AS number FROM wp_postmeta WHERE meta_key = '_stock' AND post_id IN ( ${ list } )
		UNION ALL SELECT stock_quantity FROM wp_wc_product_meta_lookup WHERE product_id IN ( ${ list } )`
	);
	expect( numbersSchema.parse( rows ) ).toEqual(
		Array( 4 ).fill( { number } )
	);
} );

it( 'writes nothing when it cannot read which products are excluded', async () => {
	const id = idOf( 'plain' );
	const number = () =>
		shop.sql(
			`SELECT meta_value FROM wp_postmeta WHERE meta_key = '_stock' AND post_id = ${ id }`
		);
	const before = await number();
	const broken = write( shop, {
		before: `add_filter( 'query', static fn ( $sql ) => str_starts_with( $sql, 'SELECT term_id' ) && str_contains( $sql, '_keycrm_stock_exclude' ) ? 'SELECT nothing FROM nowhere' : $sql );`,
		numbers: new Map( [ [ id, 99 ] ] ),
	} );
	await expect( broken ).rejects.toThrow( /refused .+SELECT term_id FROM/ );
	expect( await number() ).toEqual( before );
} );
