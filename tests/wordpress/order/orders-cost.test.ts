/** Measures the queries for open orders in a shop with 100,000 orders, for pages of 250 products. MariaDB only. */
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { bulkFill } from '../../support/fill/bulk-fill';
import { fillOrders, ORDERS } from '../support/orders/many-orders';
import { keepOrdersInTables } from '../support/orders/orders';
import { PLACES } from '../support/orders/orders-session';
import { openSession, save } from '../support/session';
import type { Session } from '../support/session';

const PRODUCTS = 1000;
const PAGE = 250;
/** A quiet machine takes a twentieth. A plan that reads every line ever sold takes minutes. */
const MOST_MS = 8000;

const native = process.env[ 'TEST_WORLD' ] === 'native';
const costSchema = z.object( {
	queries: z.array( z.number() ),
	ms: z.array( z.number() ),
	held: z.number(),
	read_whole: z.array( z.string() ),
} );

let session: Session;
let first = 0;

beforeAll( async () => {
	if ( ! native ) {
		return;
	}
	session = await openSession( { offers: [] } );
	await keepOrdersInTables( session.shop, true );
	[ first = 0 ] = await bulkFill(
		session.shop,
		Array.from( { length: PRODUCTS }, ( _, place ) => ( {
			sku: `C-${ place }`,
			name: 'C',
			price: 1,
			stock: 5,
			type: 'simple',
			parent: -1,
		} ) )
	);
	await fillOrders( session.shop, first, PRODUCTS );
	await save( session.shop, {
		hold_orders: { mode: 'keycrm_orders', source_id: 1 },
	} );
} );
afterAll( () => ( native ? session.stop() : undefined ) );

/** Reads page after page as the plan does, and returns which tables the server would read in full. */
const cost = () =>
	phpFile( __dirname, 'orders-cost-pages.php', {
		first,
		products: PRODUCTS,
		page_size: PAGE,
	} );

( native ? describe : describe.skip ).each( PLACES )(
	'orders %s',
	( words, tables ) => {
		it( `takes at most 3 queries a page of ${ PAGE } products, and reads no table in full`, async () => {
			await keepOrdersInTables( session.shop, tables );
			const { queries, ms, held, read_whole } = costSchema.parse(
				await session.shop.php( cost() )
			);
			process.stdout.write(
				`${ ORDERS } orders ${ words }: ${ queries.join(
					', '
				) } queries and ${ ms.join( ', ' ) } ms a page of ${ PAGE }.\n`
			);
			expect( Math.max( ...queries ) ).toBeLessThanOrEqual( 3 );
			expect( Math.max( ...ms ) ).toBeLessThan( MOST_MS );
			expect( held ).toBeGreaterThan( 0 );
			expect( read_whole ).toEqual( [] );
		} );
	}
);
