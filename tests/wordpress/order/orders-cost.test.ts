/** What the sum of orders costs a page of 250 products in a shop with 100,000 orders. MariaDB only: it is about the server. */
import { z } from 'zod';
import { bulkFill } from '../../support/fill/bulk-fill';
import { fillOrders, ORDERS } from '../support/orders/many-orders';
import { keepOrdersInTables } from '../support/orders/orders';
import { PLACES } from '../support/orders/orders-session';
import { openSession, save } from '../support/session';
import type { Session } from '../support/session';

const PRODUCTS = 1000;
const PAGE = 250;
/** A twentieth of it on a quiet machine; a plan that reads every line ever sold takes minutes. */
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

/** Page after page, as a plan asks; and which tables the server means to read whole for it. */
const cost = () => `
	global $wpdb;
	$schema = new KeyCrmStock\\Settings\\SettingsSchema( WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract/settings.json' );
	$database = new KeyCrmStock\\Database\\Database( $wpdb );
	$settings = new KeyCrmStock\\Settings\\SettingsStore( $schema, new KeyCrmStock\\Database\\Options( $database ) );
	$account  = static fn (): string => 'account';
	$looks    = new KeyCrmStock\\Store\\Option\\OrderReadCheckpoint( new KeyCrmStock\\Database\\AtomicOption( $database, KeyCrmStock\\Store\\Option\\OrderReadCheckpoint::OPTION ), $account );
	( new KeyCrmStock\\Store\\OrderLineTable( $database ) )->note_read( 'keycrm_orders', new KeyCrmStock\\Value\\Order\\OrderReadResult( 1, 1 ) );
	$holding  = new KeyCrmStock\\Sync\\Order\\OpenOrderModeChooser( $settings, new KeyCrmStock\\Store\\Option\\OrderChannelStore( new KeyCrmStock\\Database\\Options( $database ), $account ), $looks );
	$terms  = new KeyCrmStock\\Sync\\Availability\\AvailabilityInputs( new KeyCrmStock\\Shop\\Order\\OpenOrders( new KeyCrmStock\\Database\\Database( $wpdb ) ), new KeyCrmStock\\Store\\OrderLineTable( new KeyCrmStock\\Database\\Database( $wpdb ) ), new KeyCrmStock\\Shop\\Catalogue\\ProductBuffers( new KeyCrmStock\\Database\\Database( $wpdb ) ),
		$settings, $holding, new KeyCrmStock\\Clock() );
	$statements = array();
	// Those about buffers are not about orders.
	add_filter( 'query', static function ( $statement ) use ( &$statements ) {
		if ( ! str_contains( $statement, '_keycrm_stock_buffer' ) ) { $statements[] = $statement; }
		return $statement;
	} );
	$cost = array( 'queries' => array(), 'ms' => array(), 'held' => 0, 'read_whole' => array() );
	for ( $from = ${ first }; $from < ${ first + PRODUCTS }; $from += ${ PAGE } ) {
		$before = count( $statements );
		$began  = microtime( true );
		$page   = $terms->for_products( range( $from, $from + ${ PAGE } - 1 ) );
		$cost['ms'][]      = round( ( microtime( true ) - $began ) * 1000 );
		$cost['queries'][] = count( $statements ) - $before;
	}
	$level   = new KeyCrmStock\\Value\\Stock\\StockLevel( 1, 'C-2', 100000.0, 0.0, array(), 1 );
	$product = new KeyCrmStock\\Shop\\Catalogue\\ShopProduct( $from - 1, 0, '', 'simple', KeyCrmStock\\Shop\\Catalogue\\ProductKind::Unit, 'C-2', KeyCrmStock\\Shop\\Catalogue\\StockManagement::Own, 5.0, array( $from - 1 ), false );
	$cost['held'] = $page->parts( $product, $level )->held->quantity;
	foreach ( array_unique( $statements ) as $statement ) {
		foreach ( $wpdb->get_results( 'EXPLAIN ' . $statement, ARRAY_A ) as $row ) {
			if ( 'ALL' === $row['type'] ) {
				$cost['read_whole'][] = $row['table'];
			}
		}
	}
	return $cost;`;

( native ? describe : describe.skip ).each( PLACES )(
	'orders %s',
	( words, tables ) => {
		it( `cost at most 3 queries a page of ${ PAGE } products, and no table is read whole`, async () => {
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
