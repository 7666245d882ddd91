/** What a page costs: few queries a product, none for equal numbers, and no memory that grows with the pages. */
import { z } from 'zod';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { SHOP_ROOM } from '../support/writer';

jest.setTimeout( 600_000 );

const SEED = `
	$ids  = array();
	$size = new WC_Product_Attribute();
	$size->set_name( 'size' );
	$size->set_options( array( 's', 'm', 'l', 'xl' ) );
	$size->set_variation( true );
	for ( $i = 0; $i < 40; $i++ ) {
		$product = new WC_Product_Simple();
		$product->set_props( array( 'name' => "p$i", 'sku' => "p$i", 'regular_price' => '1', 'manage_stock' => true, 'stock_quantity' => 100 ) );
		$ids['simple'][] = $product->save();
	}
	for ( $i = 0; $i < 10; $i++ ) {
		$parent = new WC_Product_Variable();
		$parent->set_props( array( 'name' => "v$i", 'attributes' => array( $size ) ) );
		$parent->save();
		foreach ( array( 's', 'm', 'l', 'xl' ) as $option ) {
			$product = new WC_Product_Variation();
			$product->set_props( array( 'parent_id' => $parent->get_id(), 'attributes' => array( 'size' => $option ), 'sku' => "v$i-$option", 'regular_price' => '1', 'manage_stock' => true, 'stock_quantity' => 100 ) );
			$ids['variation'][] = $product->save();
		}
	}
	return $ids;
`;

const idsSchema = z.object( {
	simple: z.array( z.number() ),
	variation: z.array( z.number() ),
} );

let shop: Shop;
let ids: z.infer< typeof idsSchema >;

beforeAll( async () => {
	shop = await openShop();
	ids = idsSchema.parse( await shop.php( SEED ) );
} );

afterAll( () => shop.stop() );

/** PHP: `$page( $ids, $by )` moves every number of a page. */
const PAGE = `
	${ SHOP_ROOM }
	$page = static fn ( array $ids, int $by ) => $writer->write_page(
		$ids,
		static fn ( array $ids, array $present ): array => array_map( static fn ( $number ) => $number + $by, $present ),
		static function (): void {},
		new KeyCrmStock\\Shop\\Stock\\WriteOptions( false, false )
	);
`;

async function queries( of: number[], by: number ): Promise< number > {
	const counted = await shop.php( `
		${ PAGE }
		$page( array( ${
			ids.simple[ 0 ] ?? 0
		} ), 1 ); // What is read once a request is not a product's.
		$before = $wpdb->num_queries;
		$page( array( ${ of.join( ', ' ) } ), ${ by } );
		return $wpdb->num_queries - $before;
	` );
	return z.number().parse( counted ) / of.length;
}

test.each( [ 'simple', 'variation' ] as const )(
	'at most 8 queries for a %s product, all changed',
	async ( kind ) => {
		const each = await queries( ids[ kind ], 3 );
		console.log( `${ kind }: ${ each.toFixed( 1 ) } queries a product` );
		expect( each ).toBeLessThanOrEqual( 8 );
	}
);

test( 'next to none where nothing changes', async () => {
	expect( await queries( ids.simple, 0 ) ).toBeLessThanOrEqual( 0.5 );
} );

test( 'memory does not grow with the pages', async () => {
	const grown = await shop.php( `
		${ PAGE }
		$all = array( ${ [ ...ids.simple, ...ids.variation ].join( ', ' ) } );
		for ( $i = 0; $i < 2; $i++ ) {
			$page( $all, 1 );
		}
		gc_collect_cycles();
		$before = memory_get_usage();
		for ( $i = 0; $i < 8; $i++ ) {
			$page( $all, 1 );
		}
		gc_collect_cycles();
		return memory_get_usage() - $before;
	` );
	expect( z.number().parse( grown ) ).toBeLessThan( 256 * 1024 );
} );
