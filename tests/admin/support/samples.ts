import { HOLD_DEFAULTS } from '../../../src-admin/contract';
import type {
	Change,
	ProductHistory,
	ProductSync,
	Settings,
	Warehouses,
} from '../../../src-admin/contract';
import { orderAnswers, orderModes } from './fake-orders';
import { at, someOrders } from './sample-runs';

export const someSettings = ( part: Partial< Settings > = {} ): Settings => ( {
	direction: 'keycrm_to_shop',
	push_warehouse_id: 0,
	places: [],
	details: { name: false, price: false, sale_price: false },
	requests_per_minute: 58,
	warehouse_ids: [],
	warehouse_limits: [],
	subtract_reserve: true,
	buffer: 0,
	allow_negative: false,
	hold_orders: HOLD_DEFAULTS,
	manage_stock: 'leave',
	gone: 'leave',
	schedule: { enabled: true, every_minutes: 15, orders_every_minutes: 0 },
	guard: { min_products: 10, max_zeroed_percent: 30, max_drop_percent: 50 },
	notify: { emails: [], after_failures: 3 },
	webhook: { enabled: true },
	create: { name_taken: 'suffix' },
	log_days: 30,
	fire_stock_emails: false,
	api_key_set: true,
	api_key_hint: '7f3a',
	api_key_source: 'option',
	api_key_problem: '',
	moved_from: '',
	writer_notices: [],
	order_looks_text: 'Sees each sale. A full sync takes 26 requests.',
	api_base_url: 'https://openapi.keycrm.app/v1',
	tick_url: 'https://shop.example/wp-json/keycrm-stock/v1/tick/s3cret',
	set_up: true,
	admin_email: 'owner@shop.example',
	stock_places: [],
	shop_manages_stock: true,
	order_statuses: [
		{ status: 'pending', name: 'Pending payment' },
		{ status: 'on-hold', name: 'On hold' },
		{ status: 'processing', name: 'Processing' },
		{ status: 'completed', name: 'Completed' },
	],
	official_plugin: false,
	orders: someOrders(),
	order_modes: orderModes(),
	order_answers: orderAnswers( 'auto' ),
	...part,
} );

/** A shop that has just installed the plugin. */
export const newSettings = ( part: Partial< Settings > = {} ): Settings =>
	someSettings( {
		api_key_set: false,
		api_key_hint: '',
		api_key_source: 'none',
		set_up: false,
		schedule: {
			enabled: false,
			every_minutes: 15,
			orders_every_minutes: 0,
		},
		...part,
	} );

export const someChange = ( part: Partial< Change > = {} ): Change => ( {
	id: 1,
	run_id: 7,
	side: 'shop',
	product_id: 101,
	product_name: 'Шапка біла, M',
	edit_url: 'https://shop.example/wp-admin/post.php?post=101&action=edit',
	sku: '0001',
	before: 120,
	after: 122,
	outcome: 'updated',
	reason: '',
	parts: {
		warehouses: [
			{ id: 1, name: 'Main', quantity: 98, reserve: 8 },
			{ id: 2, name: 'Shop', quantity: 35, reserve: 3 },
		],
		quantity: 133,
		reserve: 11,
		cuts: [],
		held: 0,
		held_orders: [],
		buffer: 0,
		buffer_from: 'shop',
		exact: 122,
		available: 122,
	},
	pushed: [],
	pushed_texts: [],
	creation: [],
	written_at: at( -240 ),
	...part,
} );

/** Two writes: from 10 to 12, and from 9, after three sales, to 20. */
export const someHistory = (
	part: Partial< ProductHistory > = {}
): ProductHistory => ( {
	product_id: 101,
	sku: '0001',
	since: at( -30 * 86_400 ),
	now: at( 0 ),
	in_shop: 18,
	in_keycrm: 21,
	read_at: at( -240 ),
	items: [
		{
			at: at( -20 * 86_400 ),
			run_id: 3,
			before: 10,
			after: 12,
			in_keycrm: 13,
			reason: '',
		},
		{
			at: at( -10 * 86_400 ),
			run_id: 5,
			before: 9,
			after: 20,
			in_keycrm: 21,
			reason: '',
		},
	],
	...part,
} );

export const someWarehouses = (
	part: Partial< Warehouses > = {}
): Warehouses => ( {
	items: [
		{ id: 1, name: 'Main' },
		{ id: 2, name: 'Shop' },
		{ id: 3, name: 'Repairs' },
	],
	next_page: 0,
	pages: 3,
	examples: [
		{
			product_name: 'Шапка біла, M',
			sku: '0001',
			warehouses: [
				{ id: 1, name: 'Main', quantity: 98, reserve: 8 },
				{ id: 2, name: 'Shop', quantity: 35, reserve: 3 },
				{ id: 3, name: 'Repairs', quantity: 4, reserve: 0 },
			],
			pushed: [
				{ warehouse_id: 1, text: 'KeyCRM gets 7 = 5 in the shop + 2.' },
				{ warehouse_id: 2, text: 'KeyCRM gets 5 = 5 in the shop + 0.' },
			],
		},
	],
	fill: null,
	...part,
} );

export const someProductSync = (
	part: Partial< ProductSync > = {}
): ProductSync => ( {
	product_id: 101,
	level: 'success',
	summary: 'Stock is now 5 (was 7).',
	products: [
		{
			product_id: 101,
			sku: '0001',
			name: 'Hat',
			outcome: 'updated',
			later: false,
			before: 7,
			after: 5,
			sentence: 'Stock is now 5 (was 7).',
		},
	],
	...part,
} );
