/** Whether zod (in the browser) and WordPress (behind the REST route) accept these settings. */
export interface SettingsCase {
	readonly name: string;
	readonly patch: Record< string, unknown >;
	readonly zod: boolean;
	readonly wordpress: boolean;
}

const good = ( name: string, patch: Record< string, unknown > ) => ( {
	name,
	patch,
	zod: true,
	wordpress: true,
} );
const bad = ( name: string, patch: Record< string, unknown > ) => ( {
	name,
	patch,
	zod: false,
	wordpress: false,
} );
/** Known differences: WordPress also accepts other types with an unambiguous meaning, such as "58". */
const lenient = ( name: string, patch: Record< string, unknown > ) => ( {
	name,
	patch,
	zod: false,
	wordpress: true,
} );

export const SETTINGS_CASES: readonly SettingsCase[] = [
	good( 'nothing', {} ),
	good( 'the least requests', { requests_per_minute: 1 } ),
	good( 'the most requests', { requests_per_minute: 600 } ),
	bad( 'no requests', { requests_per_minute: 0 } ),
	bad( 'too many requests', { requests_per_minute: 601 } ),
	bad( 'half a request', { requests_per_minute: 1.5 } ),
	bad( 'null', { requests_per_minute: null } ),
	bad( 'a boolean for a number', { requests_per_minute: true } ),
	bad( 'a word for a number', { requests_per_minute: 'many' } ),
	lenient( 'a number as text', { requests_per_minute: '58' } ),

	good( 'all warehouses', { warehouse_ids: [] } ),
	good( 'two warehouses', { warehouse_ids: [ 2, 1 ] } ),
	bad( 'a warehouse twice', { warehouse_ids: [ 1, 1 ] } ),
	bad( 'warehouse 0', { warehouse_ids: [ 0 ] } ),
	bad( 'a warehouse by name', { warehouse_ids: [ 'Основний' ] } ),
	bad( 'no list', { warehouse_ids: null } ),
	bad( '201 warehouses', {
		warehouse_ids: Array.from( { length: 201 }, ( _, n ) => n + 1 ),
	} ),
	lenient( 'a comma list', { warehouse_ids: '1,2' } ),

	good( 'a ceiling and a share', {
		warehouse_limits: [
			{ warehouse_id: 1, kind: 'ceiling', percent: 0, pieces: 2 },
			{ warehouse_id: 2, kind: 'share', percent: 50, pieces: 0 },
		],
	} ),
	good( 'no limits', { warehouse_limits: [] } ),
	bad( 'two limits for one warehouse', {
		warehouse_limits: [
			{ warehouse_id: 1, kind: 'ceiling', percent: 0, pieces: 2 },
			{ warehouse_id: 1, kind: 'share', percent: 50, pieces: 0 },
		],
	} ),
	...[
		{ kind: 'half' },
		{ percent: 101 },
		{ percent: -1 },
		{ percent: 33.3 },
		{ pieces: -1 },
		{ pieces: null },
		{ warehouse_id: 0 },
		{ colour: 'green' },
	].map( ( part ) =>
		bad( `a limit with ${ JSON.stringify( part ) }`, {
			warehouse_limits: [
				{
					warehouse_id: 1,
					kind: 'share',
					percent: 50,
					pieces: 0,
					...part,
				},
			],
		} )
	),
	bad( 'a limit without its number', {
		warehouse_limits: [ { warehouse_id: 1, kind: 'share' } ],
	} ),
	bad( 'limits of null', { warehouse_limits: null } ),

	good( 'reserves left in', { subtract_reserve: false } ),
	bad( 'a word for a boolean', { subtract_reserve: 'perhaps' } ),
	bad( 'null for a boolean', { subtract_reserve: null } ),
	lenient( 'a boolean as 1', { subtract_reserve: 1 } ),
	lenient( 'a boolean as text', { allow_negative: 'true' } ),

	good( 'people to tell', { notify: { emails: [ 'owner@shop.example' ] } } ),
	good( 'nobody to tell of failures', { notify: { after_failures: 0 } } ),
	bad( 'a name for an address', { notify: { emails: [ 'owner' ] } } ),
	bad( 'a negative number of failures', { notify: { after_failures: -1 } } ),

	good( 'a buffer', { buffer: 1_000_000 } ),
	bad( 'a negative buffer', { buffer: -1 } ),
	bad( 'a buffer of null', { buffer: null } ),

	good( 'stock management on', { manage_stock: 'enable' } ),
	bad( 'unknown word', { manage_stock: 'force' } ),
	good( 'gone means 0', { gone: 'zero' } ),
	bad( 'another word for gone', { gone: 'delete' } ),
	bad( 'empty word', { manage_stock: '' } ),

	good( 'part of a group', { schedule: { every_minutes: 60 } } ),
	good( 'an empty group', { guard: {} } ),
	good( 'once a day', { schedule: { enabled: true, every_minutes: 1440 } } ),
	bad( 'every 10 minutes', { schedule: { every_minutes: 10 } } ),
	bad( 'every 0 minutes', { schedule: { every_minutes: 0 } } ),
	good( 'what was sold every 5 minutes', {
		schedule: { orders_every_minutes: 5 },
	} ),
	bad( 'what was sold every minute', {
		schedule: { orders_every_minutes: 1 },
	} ),
	bad( 'every minute', { schedule: { every_minutes: 1 } } ),
	bad( 'null in a group', { schedule: { every_minutes: null } } ),
	bad( 'null for a group', { schedule: null } ),
	bad( 'a word for a group', { schedule: 'daily' } ),
	bad( '101 percent', { guard: { max_zeroed_percent: 101 } } ),

	good( 'a year of history', { log_days: 365 } ),
	bad( 'no history', { log_days: 0 } ),
	good( 'something unknown', { colour: 'green' } ),
	good( 'something unknown in a group', { guard: { colour: 'green' } } ),
];
