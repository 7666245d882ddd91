/** A shop with few pieces of few goods, and processes that want them. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { bulkFill } from '../../support/fill/bulk-fill';
import { DIARY_TABLE, NO_MAIL } from './market';
import type { Event } from './market';
import { keepOrdersInTables, setInKeyCrm } from './orders';
import { openSession, save } from './session';
import type { Session } from './session';

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
];

const skuOf = ( place: number ) => `M-${ place }`;
const places = Array.from( { length: GOODS }, ( _, place ) => place );

const rowsSchema = z.array(
	z.object( {
		id: z.coerce.number(),
		at: z.coerce.number(),
		order_id: z.coerce.number(),
		product_id: z.coerce.number(),
		quantity: z.coerce.number(),
	} )
);

export interface Floor extends Session {
	readonly goods: readonly { readonly id: number; readonly sku: string }[];
	skuOf( id: number ): string;
	/** No order is left, and there are so many of each, in the shop and in KeyCRM. */
	startAnew( stock: number ): Promise< void >;
	/** Runs processes for so long, and lives on beside them until they have ended; gives what they return. */
	run(
		codes: readonly string[],
		options: { seconds: number; is_closed: boolean },
		beside: () => Promise< void >
	): Promise< unknown[] >;
	/** Sales, with a negative quantity cancellations, that were noted after this one. */
	sales( after: number ): Promise< z.infer< typeof rowsSchema > >;
	/** What was there, what came, and what was sold. */
	history( owned: number, deliveries: readonly Event[] ): Promise< Event[] >;
	/** Met by the database server so far. */
	deadlocks(): Promise< number >;
}

export async function openFloor( owned: number ): Promise< Floor > {
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
	await keepOrdersInTables( shop, true );
	await shop.sql( DIARY_TABLE );
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
	await save( shop, {
		guard: { min_products: 1000 },
		hold_orders: { mode: 'keycrm_orders', source_id: 1 },
	} );
	const list = `array( ${ ids.join( ', ' ) } )`;
	const sales: Floor[ 'sales' ] = async ( after ) =>
		rowsSchema.parse(
			await shop.sql(
				`SELECT * FROM wp_test_market WHERE id > ${ after } ORDER BY id`
			)
		);
	return {
		...session,
		goods: ids.map( ( id, place ) => ( { id, sku: skuOf( place ) } ) ),
		skuOf: ( id ) => skuOf( ids.indexOf( id ) ),
		sales,
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
			await shop.php(
				`foreach ( ${ list } as $id ) { wc_update_product_stock( $id, ${ stock } ); }
				delete_option( 'keycrm_stock_order_channel' );
				delete_option( 'keycrm_stock_order_look' );
				return true;`
			);
		},
		run: async ( codes, { seconds, is_closed }, beside ) => {
			const { spawnPhp } = shop;
			if ( spawnPhp === undefined ) {
				throw new Error( 'This world has no processes.' );
			}
			// From when WordPress stands, which takes seconds on a busy machine.
			const head = `$ids = ${ list }; $until = microtime( true ) + ${ seconds }; $closed = ${ String(
				is_closed
			) };`;
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
			...( await sales( 0 ) ).map( ( { at, product_id, quantity } ) => ( {
				at,
				product: product_id,
				pieces: -quantity,
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
