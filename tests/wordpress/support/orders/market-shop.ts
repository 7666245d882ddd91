/** A shop with few pieces of few products, and processes that want to buy them. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { bulkFill } from '../../../support/fill/bulk-fill';
import { MARKET_TABLES, NO_MAIL, piecesOf } from './market';
import type { Event } from './market';
import { WATCH, watchedSchema } from './market-watch';
import { keepOrdersInTables, setInKeyCrm } from './orders';
import { openSession, save } from '../session';
import type { Session } from '../session';

const GOODS = 8;
const PAUSE_MS = 100;

const ORDER_TABLES = [
	'wc_orders',
	'wc_orders_meta',
	'wc_order_operational_data',
	'wc_reserved_stock',
	'woocommerce_order_items',
	'woocommerce_order_itemmeta',
	'keycrm_stock_orders',
	'test_market',
	'test_market_goods',
	'test_market_orders',
	'test_market_over',
];
/** When orders are in tables of their own, WooCommerce keeps placeholders among the posts. */
const NO_ORDER_POSTS = [
	"DELETE m FROM wp_postmeta m JOIN wp_posts p ON p.ID = m.post_id WHERE p.post_type LIKE 'shop_order%'",
	"DELETE FROM wp_posts WHERE post_type LIKE 'shop_order%'",
];

const skuOf = ( place: number ) => `M-${ place }`;
const places = Array.from( { length: GOODS }, ( _, place ) => place );

const rowsSchema = z.array(
	z.object( {
		id: z.coerce.number(),
		at: z.coerce.number(),
		what: z.enum( [ 'placed', 'paid', 'dropped', 'returned' ] ),
		order_id: z.coerce.number(),
		product_id: z.coerce.number(),
		quantity: z.coerce.number(),
	} )
);

export interface Watch {
	/** Checks once more and returns the result. */
	stop(): Promise< z.infer< typeof watchedSchema > >;
}

export interface Market extends Session {
	readonly goods: readonly { readonly id: number; readonly sku: string }[];
	skuOf( id: number ): string;
	/** Deletes all orders, and sets this stock in the shop and in KeyCRM. */
	startAnew( stock: number ): Promise< void >;
	/** Counts the pieces from now on. Must be called before any system has them. */
	deliver( id: number, pieces: number ): Promise< void >;
	/** Records that KeyCRM counts these orders. */
	noteCounted( orders: readonly number[] ): Promise< void >;
	/** Completes all paid orders, as a person does once KeyCRM counts them. */
	completeOrders(): Promise< void >;
	/** Starts a process that checks what the shop offers. */
	watch(): Watch;
	/** Runs processes for so long, calls `beside` until they have ended, and returns their results. */
	run(
		codes: readonly string[],
		seconds: number,
		beside: () => Promise< void >
	): Promise< unknown[] >;
	/** Returns what buyers have done after this entry. */
	news( after: number ): Promise< z.infer< typeof rowsSchema > >;
	/** Returns the first stock, the deliveries and the sales as events. */
	history( owned: number, deliveries: readonly Event[] ): Promise< Event[] >;
	/** Returns how many deadlocks the database server has met so far. */
	deadlocks(): Promise< number >;
}

export async function openMarket( owned: number ): Promise< Market > {
	const session = await openSession(
		{
			offers: places.map( ( place ) => ( {
				sku: skuOf( place ),
				quantity: owned,
			} ) ),
		},
		{ mu: { mail: NO_MAIL } }
	);
	const { shop } = session;
	// WooCommerce makes these tables on first use.
	await keepOrdersInTables( shop, true );
	for ( const statement of MARKET_TABLES ) {
		await shop.sql( statement );
	}
	const ids = await bulkFill(
		shop,
		places.map( ( place ) => ( {
			sku: skuOf( place ),
			name: 'M',
			price: 1,
			stock: owned,
			type: 'simple',
			parent: -1,
		} ) )
	);
	await save( shop, { guard: { min_products: 1000 } } );
	const { spawnPhp } = shop;
	if ( spawnPhp === undefined ) {
		throw new Error( 'This world has no processes.' );
	}
	const list = `array( ${ ids.join( ', ' ) } )`;
	const news: Market[ 'news' ] = async ( after ) =>
		rowsSchema.parse(
			await shop.sql(
				`SELECT * FROM wp_test_market WHERE id > ${ after } ORDER BY id`
			)
		);
	return {
		...session,
		goods: ids.map( ( id, place ) => ( { id, sku: skuOf( place ) } ) ),
		skuOf: ( id ) => skuOf( ids.indexOf( id ) ),
		news,
		startAnew: async ( stock ) => {
			const { orders } = session.keycrm.world;
			orders.all().forEach( ( { id } ) => orders.remove( id ) );
			orders.clear();
			places.forEach( ( place ) =>
				setInKeyCrm( session.keycrm, skuOf( place ), stock )
			);
			for ( const table of ORDER_TABLES ) {
				await shop.sql( `TRUNCATE TABLE wp_${ table }` );
			}
			for ( const statement of NO_ORDER_POSTS ) {
				await shop.sql( statement );
			}
			await shop.sql(
				`INSERT INTO wp_test_market_goods VALUES ${ ids
					.map( ( id ) => `( ${ id }, ${ stock } )` )
					.join() }`
			);
			await shop.php(
				`foreach ( ${ list } as $id ) { wc_update_product_stock( $id, ${ stock } ); }
				delete_option( 'keycrm_stock_order_channel' );
				delete_option( 'keycrm_stock_order_look' );
				return true;`
			);
		},
		deliver: async ( id, pieces ) => {
			await shop.sql(
				`UPDATE wp_test_market_goods SET pieces = pieces + ${ pieces } WHERE product_id = ${ id }`
			);
		},
		noteCounted: async ( orders ) => {
			if ( orders.length > 0 ) {
				await shop.sql(
					`UPDATE wp_test_market_orders SET counted = 1 WHERE order_id IN ( ${ orders.join() } )`
				);
			}
		},
		completeOrders: async () => {
			await shop.php( `
				foreach ( wc_get_orders( array( 'limit' => -1, 'status' => 'processing', 'return' => 'ids' ) ) as $id ) {
					wc_get_order( $id )->update_status( 'completed' );
				}
				return true;` );
		},
		watch: () => {
			const process = spawnPhp( `$ids = ${ list };${ WATCH }` );
			return {
				stop: async () => {
					await shop.sql(
						'INSERT INTO wp_test_market_over VALUES ( 1 )'
					);
					return watchedSchema.parse( await process.result );
				},
			};
		},
		run: async ( codes, seconds, beside ) => {
			// The time begins when WordPress is loaded, which takes seconds on a busy machine.
			const head = `$ids = ${ list }; $until = microtime( true ) + ${ seconds };`;
			const results = Promise.all(
				codes.map( ( code ) => spawnPhp( head + code ).result )
			);
			const over = results.then( () => true );
			const pause = () => sleep( PAUSE_MS ).then( () => false );
			while ( ! ( await Promise.race( [ over, pause() ] ) ) ) {
				await beside();
			}
			return results;
		},
		history: async ( there, deliveries ) => [
			...ids.map( ( product ) => ( { at: 0, product, pieces: there } ) ),
			...deliveries,
			...( await news( 0 ) ).map( ( entry ) => ( {
				at: entry.at,
				product: entry.product_id,
				pieces: piecesOf( entry ),
			} ) ),
		],
		deadlocks: async () => {
			const rows = await shop.sql(
				"SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'"
			);
			const [ row ] = z
				.array( z.object( { Value: z.coerce.number() } ) )
				.parse( rows );
			return row?.Value ?? 0;
		},
	};
}
