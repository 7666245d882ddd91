/** What a page costs: few queries a product, none for equal numbers, and no memory that grows with the pages. */
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
	const grown = await shop.php(
		PAGE +
			phpFile( __dirname, 'stock-writer-cost-memory.php', {
				ids: [ ...ids.simple, ...ids.variation ],
			} )
	);
	expect( z.number().parse( grown ) ).toBeLessThan( 256 * 1024 );
} );
