import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import { editableSettingsSchema } from '../../../src-admin/contract/settings/settings';
import { SETTINGS_CASES } from '../../support/settings-table';
import type { Shop } from '../../support/worlds/shop';
import { openShop } from '../../support/worlds/shop';

const DEFAULTS = editableSettingsSchema.parse( {} );
/** The settings of a row from a version without `hold_orders`. */
const OLDER = {
	...DEFAULTS,
	hold_orders: { ...DEFAULTS.hold_orders, mode: 'off' as const },
};

/** A stored row, some saves, and what is read back. */
const SCENARIOS: readonly {
	readonly name: string;
	/** The row as an older version, or an edit of the database, may have left it. */
	readonly row?: unknown;
	readonly saves?: readonly unknown[];
	readonly expected: unknown;
}[] = [
	{
		name: 'nothing stored: the defaults of the contract',
		expected: DEFAULTS,
	},
	{
		name: 'any part is taken and the rest kept',
		saves: [
			{ warehouse_ids: [ 3, 1 ], schedule: { enabled: true } },
			{ buffer: 2, schedule: { every_minutes: 60 } },
		],
		expected: {
			...DEFAULTS,
			warehouse_ids: [ 3, 1 ],
			buffer: 2,
			schedule: {
				enabled: true,
				every_minutes: 60,
				orders_every_minutes: 0,
			},
		},
	},
	{
		name: 'a list is replaced, also by an empty one',
		saves: [ { warehouse_ids: [ 1, 2 ] }, { warehouse_ids: [] } ],
		expected: DEFAULTS,
	},
	{
		name: 'unknown parts are dropped',
		saves: [ { colour: 'green', guard: { colour: 'green' } } ],
		expected: DEFAULTS,
	},
	{
		name: 'the present value stays where a new one is invalid',
		saves: [
			{ buffer: 5, guard: { min_products: 7 } },
			{ buffer: -1, guard: { min_products: 'x', max_drop_percent: 9 } },
		],
		expected: {
			...DEFAULTS,
			buffer: 5,
			guard: { ...DEFAULTS.guard, min_products: 7, max_drop_percent: 9 },
		},
	},
	{ name: 'an empty row', row: [], expected: OLDER },
	{
		name: 'a row of nothing but broken values',
		row: { buffer: 'x', guard: 4, schedule: [], warehouse_ids: [ 'x' ] },
		expected: OLDER,
	},
	{
		name: 'a half broken row keeps its good parts',
		row: {
			buffer: '4',
			warehouse_ids: [ 2, 'x', '2', 5, null ],
			requests_per_minute: 9999,
			schedule: { enabled: true, every_minutes: 7 },
		},
		expected: {
			...OLDER,
			buffer: 4,
			warehouse_ids: [ 2, 5 ],
			schedule: {
				enabled: true,
				every_minutes: 15,
				orders_every_minutes: 0,
			},
		},
	},
];

let shop: Shop;
beforeAll( async () => {
	shop = await openShop();
} );
afterAll( () => shop.stop() );

/** Runs PHP with `$schema` and `$store` set. */
function withStore( code: string ): Promise< unknown > {
	return shop.php( `
		$schema = new KeyCrmStock\\Settings\\SettingsSchema( WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract/settings.json' );
		$store  = new KeyCrmStock\\Settings\\SettingsStore( $schema, new KeyCrmStock\\Database\\Options( new KeyCrmStock\\Database\\Database( $GLOBALS['wpdb'] ) ) );
		${ code }
	` );
}

describe( 'settings', () => {
	let read: readonly unknown[] = [];

	beforeAll( async () => {
		const answer = await withStore(
			phpFile( __dirname, 'settings-store-scenarios.php', {
				scenarios: SCENARIOS,
			} )
		);
		read = z.array( z.unknown() ).parse( answer );
	} );

	it.each(
		SCENARIOS.map( ( scenario, place ) => ( { ...scenario, place } ) )
	)( '$name', ( { expected, place } ) => {
		expect( read[ place ] ).toEqual( {
			read: expected,
			last_answer: expected,
			written: expected,
			on_every_page: false,
		} );
	} );

	it( 'fail with a message when the plugin is not completely installed', async () => {
		await expect(
			shop.php(
				`( new KeyCrmStock\\Settings\\SettingsSchema( ABSPATH . 'wp-config.php' ) )->defaults();`
			)
		).rejects.toThrow( 'not installed whole' );
	} );
} );

it( 'an absent option is read from the database once a request', async () => {
	expect(
		await shop.php( phpFile( __dirname, 'settings-store-absent.php' ) )
	).toEqual( [ null, null, 0, 'new', null, 'theirs' ] );
} );

describe( 'POST /settings', () => {
	it( 'agrees with zod except for the known differences, and changes nothing else', async () => {
		const verdicts = await shop.php(
			phpFile( __dirname, 'settings-store-cases.php', {
				cases: SETTINGS_CASES,
			} )
		);
		expect( verdicts ).toEqual(
			SETTINGS_CASES.map( ( { name, wordpress } ) => ( {
				name,
				taken: wordpress,
				changed: [],
			} ) )
		);
	} );
} );
