/** Measures a page of the writer: few queries a product, almost none for equal numbers, and constant memory. */
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { SHOP_ROOM } from '../support/writer';

jest.setTimeout( 600_000 );

const SEED = phpFile( __dirname, 'stock-writer-cost-shop.php' );

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

/** PHP: `$page( $ids, $by )` changes every number of a page. */
const PAGE = `
	${ SHOP_ROOM }
	$page = static fn ( array $ids, int $by ) => $writer->write_page(
		$ids,
		static fn ( array $ids, array $present ): array => array_map( static fn ( $number ) => $number + $by, $present ),
		static function (): void {},
		new KeyCrmStock\\Shop\\Stock\\WriteOptions( false, false )
	);
`;

async function queries( products: number[], by: number ): Promise< number > {
	const counted = await shop.php( `
		${ PAGE }
		$page( array( ${
			ids.simple[ 0 ] ?? 0
		} ), 1 ); // Reads once a request are not counted for the products.
		$before = $wpdb->num_queries;
		$page( array( ${ products.join( ', ' ) } ), ${ by } );
		return $wpdb->num_queries - $before;
	` );
	return z.number().parse( counted ) / products.length;
}

test.each( [ 'simple', 'variation' ] as const )(
	'runs at most 8 queries for each changed %s product',
	async ( kind ) => {
		const each = await queries( ids[ kind ], 3 );
		console.log( `${ kind }: ${ each.toFixed( 1 ) } queries a product` );
		expect( each ).toBeLessThanOrEqual( 8 );
	}
);

test( 'runs almost no query when nothing changes', async () => {
	expect( await queries( ids.simple, 0 ) ).toBeLessThanOrEqual( 0.5 );
} );

test( 'uses no more memory after more pages', async () => {
	const grown = await shop.php(
		PAGE +
			phpFile( __dirname, 'stock-writer-cost-memory.php', {
				ids: [ ...ids.simple, ...ids.variation ],
			} )
	);
	expect( z.number().parse( grown ) ).toBeLessThan( 256 * 1024 );
} );
