import * as z from 'zod/mini';
import { BOUNDS, intWithin } from '../common';
import {
	HOLD_DEFAULTS,
	holdOrdersSchema,
	orderOptionsSchema,
	ordersStateSchema,
} from './hold-orders';
import { placesSchema } from './places';
import { warehouseLimitsSchema } from './warehouse-limits';

/** Minutes between two scheduled runs that the owner may choose from. */
export const SCHEDULE_MINUTES = [ 5, 15, 30, 60, 120, 360, 720, 1440 ] as const;

/** Minutes between two looks at KeyCRM's changed orders; 0: it is not looked at them between two syncs. */
export const ORDER_MINUTES = [ 0, 5, 10, 15, 30 ] as const;

const oneOf = ( minutes: readonly number[], standard: number ) =>
	z._default(
		z.int().check(
			z.refine( ( one ) => minutes.includes( one ) ),
			z.meta( { enum: minutes } )
		),
		standard
	);

const scheduleSchema = z.object( {
	enabled: z._default( z.boolean(), false ),
	every_minutes: oneOf( SCHEDULE_MINUTES, 15 ),
	orders_every_minutes: oneOf( ORDER_MINUTES, 0 ),
} );

const guardSchema = z.object( {
	min_products: z._default( intWithin( BOUNDS.min_products ), 10 ),
	max_zeroed_percent: z._default( intWithin( BOUNDS.percent ), 30 ),
	max_drop_percent: z._default( intWithin( BOUNDS.percent ), 50 ),
} );

const notifySchema = z.object( {
	emails: z._default(
		z
			.array( z.email().check( z.maxLength( 200 ) ) )
			.check( z.maxLength( 20 ) ),
		[]
	),
	/** Failed runs in a row before an e-mail is sent; 0: never. */
	after_failures: z._default( intWithin( BOUNDS.after_failures ), 3 ),
} );

const createSchema = z.object( {
	/** A product that is to be made in KeyCRM has a name that is taken there: add its SKU, or leave it and say so. */
	name_taken: z._default( z.enum( [ 'suffix', 'report' ] ), 'suffix' ),
} );

/** `sale_price`: the price of a sale for as long as it lasts, else the regular one. */
const detailsSchema = z.object( {
	name: z._default( z.boolean(), false ),
	price: z._default( z.boolean(), false ),
	sale_price: z._default( z.boolean(), false ),
} );

const webhookSchema = z.object( { enabled: z._default( z.boolean(), true ) } );

/**
 * What the owner can change: one schema for the form, for PHP's REST arguments, defaults and
 * validation (plugin/contract/settings.json is generated from here).
 *
 * Every property has a plain type and a default; lists of rows rather than maps, because an empty
 * map comes back from PHP as an empty list. A group's default is what its fields have by default.
 */
export const editableSettingsSchema = z.object( {
	/** Who keeps the stock that counts: KeyCRM, and the shop gets its numbers, or the other way round. */
	direction: z._default(
		z.enum( [ 'keycrm_to_shop', 'shop_to_keycrm' ] ),
		'keycrm_to_shop'
	),
	/** KeyCRM's warehouse that gets the shop's quantities; 0: none is chosen yet. */
	push_warehouse_id: z._default(
		intWithin( { ...BOUNDS.warehouse_id, min: 0 } ),
		0
	),
	/** Places of the shop that keep stock of their own, and the warehouses that get it; products without a place go to the one above. */
	places: z._default( placesSchema, [] ),
	/** What KeyCRM gets of a product besides its stock, while the shop leads. */
	details: z._default( detailsSchema, detailsSchema.parse( {} ) ),
	requests_per_minute: z._default(
		intWithin( BOUNDS.requests_per_minute ),
		58
	),
	warehouse_ids: z._default(
		z.array( intWithin( BOUNDS.warehouse_id ) ).check(
			z.maxLength( 200 ),
			z.refine( ( ids ) => new Set( ids ).size === ids.length ),
			// A refinement leaves no trace in the JSON Schema, so PHP is told separately.
			z.meta( { uniqueItems: true } )
		),
		[]
	),
	/** Limits of warehouses that are not chosen have no effect, and are kept. */
	warehouse_limits: z._default( warehouseLimitsSchema, [] ),
	subtract_reserve: z._default( z.boolean(), true ),
	buffer: z._default( intWithin( BOUNDS.pieces ), 0 ),
	allow_negative: z._default( z.boolean(), false ),
	hold_orders: z._default( holdOrdersSchema, HOLD_DEFAULTS ),
	manage_stock: z._default( z.enum( [ 'leave', 'enable' ] ), 'leave' ),
	/** Products that KeyCRM had and has no longer. 'zero' sets only stock quantities that a sync has written. */
	gone: z._default( z.enum( [ 'leave', 'zero' ] ), 'leave' ),
	schedule: z._default( scheduleSchema, scheduleSchema.parse( {} ) ),
	guard: z._default( guardSchema, guardSchema.parse( {} ) ),
	/** Who gets the e-mails about decisions and failures. Without addresses the site's administrator does. */
	notify: z._default( notifySchema, notifySchema.parse( {} ) ),
	/** On by default, because the address is secret until the owner pastes it into KeyCRM. */
	webhook: z._default( webhookSchema, webhookSchema.parse( {} ) ),
	create: z._default( createSchema, createSchema.parse( {} ) ),
	log_days: z._default( intWithin( BOUNDS.log_days ), 30 ),
	fire_stock_emails: z._default( z.boolean(), false ),
} );
export type EditableSettings = z.infer< typeof editableSettingsSchema >;

/** POST /settings: any part of the settings, and the API key, which no answer contains. */
export interface SettingsPatch
	extends Partial<
		Omit<
			EditableSettings,
			| 'schedule'
			| 'guard'
			| 'hold_orders'
			| 'notify'
			| 'webhook'
			| 'details'
		>
	> {
	hold_orders?: Partial< EditableSettings[ 'hold_orders' ] >;
	details?: Partial< EditableSettings[ 'details' ] >;
	schedule?: Partial< EditableSettings[ 'schedule' ] >;
	guard?: Partial< EditableSettings[ 'guard' ] >;
	notify?: Partial< EditableSettings[ 'notify' ] >;
	webhook?: Partial< EditableSettings[ 'webhook' ] >;
	api_key?: string;
	/** The shop has moved to this address, and is no copy of the one at the other. */
	site_moved?: boolean;
}

/** GET /settings. */
export const settingsSchema = z.extend( editableSettingsSchema, {
	api_key_set: z.boolean(),
	/** The last 4 characters; empty where no key is set. */
	api_key_hint: z.string(),
	api_key_source: z.enum( [ 'none', 'option', 'constant' ] ),
	/** Why a key that is stored or set cannot be used, for the owner; empty where nothing is wrong. */
	api_key_problem: z.string(),
	/** The other address of this shop at which the key was entered: this may be a copy, and nothing is synced. Else empty. */
	moved_from: z.string(),
	api_base_url: z.string(),
	/** The address that the server's scheduler calls. */
	tick_url: z.string(),
	/** True after the first successful run: the overview is shown instead of the set-up. */
	set_up: z.boolean(),
	/** The site's administrator, who gets the e-mails if `notify` names no address. */
	admin_email: z.string(),
	/** What a look at KeyCRM's changed orders sees and costs, beside a full sync; sentences. */
	order_looks_text: z.string(),
	/** Other programs set stock too, or KeyCRM's messages have stopped; with the address that ends it, or ''. */
	writer_notices: z.array(
		z.object( { text: z.string(), url: z.string() } )
	),
	/** Places of the shop that keep stock of their own, by another plugin; empty in most shops. */
	stock_places: z.array(
		z.object( { place: z.string(), name: z.string() } )
	),
	/** WooCommerce's own switch "Enable stock management". */
	shop_manages_stock: z.boolean(),
	/** WooCommerce's order statuses without `wc-`, in WooCommerce's order. */
	order_statuses: z.array(
		z.object( { status: z.string(), name: z.string() } )
	),
	/** KeyCRM's own plugin is active: it sends orders and marks those it has sent. */
	official_plugin: z.boolean(),
	/** All modes of `hold_orders`, the best first. */
	order_modes: orderOptionsSchema,
	/** Those among which the set-up lets the owner choose, in its words, and the saved one. */
	order_answers: orderOptionsSchema,
	/** Which orders are subtracted by `hold_orders` at this moment. */
	orders: ordersStateSchema,
} );
export type Settings = z.infer< typeof settingsSchema >;
