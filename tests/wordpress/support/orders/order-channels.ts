/** A shop whose account has three channels, and three orders that a test may put into one of them. */
import { HOLD_DEFAULTS, settingsSchema } from '../../../../src-admin/contract';
import type { OrdersState } from '../../../../src-admin/contract';
import type { OrderSeed } from '../../../support/keycrm-server';
import { openOrdersSession } from './orders-session';
import type { OrdersSession } from './orders-session';
import { call } from '../session';

export const OURS = 1;
export const MARKET = 2;
export const OTHER_SHOP = 3;

const QUANTITIES = [ 1, 2, 1 ];

const channel = ( id: number, name: string, driver: string ) => ( {
	id,
	name,
	driver,
	alias: driver,
	source_uuid: null,
	source_name: null,
	currency_code: 'UAH',
} );

export interface ChannelsSession extends OrdersSession {
	/** Returns the numbers of the shop's three orders, oldest first. */
	bought(): readonly number[];
	/** Leaves three new orders, which KeyCRM does not have, and the settings of a fresh shop. */
	begin(): Promise< void >;
	/** Puts so many of them into a channel of KeyCRM. */
	send(
		source_id: number,
		count: number,
		more?: ( place: number ) => Partial< OrderSeed >
	): number[];
	/** Returns the state of orders that the screen gets. */
	orders(): Promise< OrdersState >;
	/** Pretends that hours have passed, so that the next run searches again. */
	searchAgain(): Promise< unknown >;
	/** Returns the row in which the owner's settings are stored. */
	stored(): Promise< unknown >;
}

export async function openChannels(
	tables: boolean
): Promise< ChannelsSession > {
	const session = await openOrdersSession( tables );
	const { shop, keycrm, goods } = session;
	let bought: number[] = [];
	return {
		...session,
		bought: () => bought,
		begin: async () => {
			await session.startAnew();
			keycrm.world.behave( { source_filter: 'heeded' } );
			keycrm.world.orders.settings.sources = [
				channel( OURS, 'Крамниця', 'wordpress' ),
				channel( MARKET, 'Маркет', 'promua' ),
				channel( OTHER_SHOP, 'Інша крамниця', 'wordpress' ),
			];
			await session.hold( HOLD_DEFAULTS );
			bought = [];
			for ( const quantity of QUANTITIES ) {
				bought.push( await session.buy( goods.cap, quantity ) );
			}
		},
		send: ( source_id, count, more = () => ( {} ) ) =>
			bought.slice( 0, count ).map( ( id, place ) =>
				keycrm.world.orders.create( {
					source_id,
					source_uuid: String( id ),
					products: [
						{ sku: 'CAP', quantity: QUANTITIES[ place ] ?? 1 },
					],
					...more( place ),
				} )
			),
		orders: async () =>
			settingsSchema.parse( await call( shop, 'GET', '/settings' ) )
				.orders,
		searchAgain: () =>
			shop.php(
				`$row = get_option( 'keycrm_stock_order_channel' ); $row['again_at'] = 0; return update_option( 'keycrm_stock_order_channel', $row );`
			),
		stored: () =>
			shop.php( `return get_option( 'keycrm_stock_settings' );` ),
	};
}
