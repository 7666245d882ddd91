/**
 * Compares two equal shops that get the same new numbers.
 * One is written by the usual loop of plugins (find the SKU, set the quantity, save), the other by our
 * writer.
 * The database, the hooks and their products must be the same afterwards.
 */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import {
	HOOK_RECORDER,
	readRecording,
	START_RECORDING,
} from '../support/recorders/hook-recorder';
import { difference, readTables } from '../support/recorders/tables';
import { seedVariedShop } from '../support/shops/varied-shop';
import { writeCode } from '../support/writer';

/** Counts 1 or less as out of stock, and hides products without stock, which recounts categories. */
const SETTINGS = `
	update_option( 'woocommerce_notify_no_stock_amount', 1 );
	update_option( 'woocommerce_hide_out_of_stock_items', 'yes' );
	return true;
`;

const ONLY_NUMBER: Record< string, number > = {
	plain: 14,
	draft: 11,
	private: 12,
	low: 5,
	downloadable: 9,
	'six-decimals': 15,
	'shirt-s': 4,
	'shirt-m': 2,
	'shirt-l': 3,
	shared: 25,
	'shared-m': 8,
};

const STATUS_TOO: Record< string, number > = {
	second: 1,
	'sold-out': 6,
	'sells-out': 0,
	backorder: -1,
	backordered: 5,
	'coat-s': 0,
	'hat-m': 9,
};

const ODD_ROW: Record< string, number > = {
	'no-row': 4,
	'two-rows': 5,
	'odd-row': 6,
};

const NUMBERS = { ...ONLY_NUMBER, ...STATUS_TOO, ...ODD_ROW, equal: 8 };

// Two shops at once are slow when PHP itself is WebAssembly.
jest.setTimeout( 600_000 );

let naive: Shop;
let ours: Shop;
let idOf: ( name: string ) => number;
let theirHooks: Map< number, string[] >;
let ourHooks: Map< number, string[] >;

beforeAll( async () => {
	const mu = { hook_recorder: HOOK_RECORDER };
	[ naive, ours ] = await Promise.all( [
		openShop( { mu } ),
		openShop( { mu } ),
	] );
	await naive.php( SETTINGS );
	await ours.php( SETTINGS );
	idOf = await seedVariedShop( naive );
	await seedVariedShop( ours );
} );

afterAll( () => Promise.all( [ naive.stop(), ours.stop() ] ) );

async function loopOfSaves(): Promise< void > {
	await naive.php(
		START_RECORDING +
			phpFile( __dirname, 'stock-writer-differential-saves.php', {
				numbers: NUMBERS,
			} )
	);
	theirHooks = await readRecording( naive );
}

async function ourWriter(): Promise< void > {
	const numbers = new Map< number, number >();
	for ( const [ name, number ] of Object.entries( NUMBERS ) ) {
		numbers.set( idOf( name ), number );
	}
	// A product without its row is a page of its own.
	const without = idOf( 'no-row' );
	const alone = new Map(
		[ ...numbers ].filter( ( [ id ] ) => id === without )
	);
	numbers.delete( without );
	await ours.php(
		`${ writeCode( { before: START_RECORDING, numbers } ) } ${ writeCode( {
			numbers: alone,
			addsRows: true,
		} ) } return true;`
	);
	ourHooks = await readRecording( ours );
}

test( 'every row of every table is the same', async () => {
	const before = await readTables( naive );
	expect( difference( before, await readTables( ours ) ) ).toEqual( [] );
	await loopOfSaves();
	await ourWriter();
	const after = await readTables( naive );
	expect( difference( before, after ).length ).toBeGreaterThan( 40 );
	expect( difference( after, await readTables( ours ) ) ).toEqual( [] );
} );

/** Leaves out the one hook that may fire at another time, and the one that a save leaves out. */
function hooksFor( recording: Map< number, string[] >, id: number ): string[] {
	return ( recording.get( id ) ?? [] ).filter(
		( hook ) =>
			hook !== 'clean_post_cache' &&
			hook !== 'woocommerce_updated_product_stock'
	);
}

test( 'hooks fire for the same products, and the same cached pages are dropped', () => {
	expect( [ ...ourHooks.keys() ].sort() ).toEqual(
		[ ...theirHooks.keys() ].sort()
	);
	expect( ourHooks.has( idOf( 'equal' ) ) ).toBe( false );
	for ( const hooks of ourHooks.values() ) {
		expect( hooks ).toContain( 'clean_post_cache' );
	}
} );

/** Moves the number's hooks to the front, as at a sale, which writes the number before it saves the product. */
function numberFirst( hooks: string[] ): string[] {
	const isNumber = ( hook: string ) => hook.endsWith( '_before_set_stock' );
	return [
		...hooks.filter( isNumber ),
		...hooks.filter( ( hook ) => ! isNumber( hook ) ),
	];
}

test.each( [ ...Object.keys( ONLY_NUMBER ), ...Object.keys( ODD_ROW ) ] )(
	'%s: the same hooks in the same order',
	( name ) => {
		const theirs = hooksFor( theirHooks, idOf( name ) ).filter(
			( hook ) => hook !== 'woocommerce_updated_product_price'
		);
		expect( hooksFor( ourHooks, idOf( name ) ) ).toEqual(
			numberFirst( theirs )
		);
	}
);

test.each( Object.keys( STATUS_TOO ) )(
	'%s: the same hooks in any order',
	( name ) => {
		const theirs = hooksFor( theirHooks, idOf( name ) ).map( ( hook ) =>
			hook.replace( 'stock_quantity,stock_status', 'stock_status' )
		);
		expect( hooksFor( ourHooks, idOf( name ) ).sort() ).toEqual(
			theirs.sort()
		);
	}
);

test.each( [ 'shirt', 'coat', 'hat' ] )(
	'%s: a parent fires its hooks once',
	( name ) => {
		const theirs = hooksFor( theirHooks, idOf( name ) );
		const own = hooksFor( ourHooks, idOf( name ) );
		// Prices are not collected again when no variation's status has changed.
		expect( own ).toEqual(
			name === 'shirt'
				? theirs.filter(
						( hook ) => hook !== 'woocommerce_updated_product_price'
				  )
				: theirs
		);
		expect(
			own.filter( ( hook ) => hook === 'woocommerce_update_product' )
		).toHaveLength( 1 );
	}
);

test( 'the writer also fires the hooks that a loop of saves leaves out', () => {
	for ( const name of Object.keys( {
		...ONLY_NUMBER,
		...STATUS_TOO,
		...ODD_ROW,
	} ) ) {
		const hooks = ourHooks.get( idOf( name ) ) ?? [];
		expect(
			hooks.filter(
				( hook ) => hook === 'woocommerce_updated_product_stock'
			)
		).toHaveLength( 1 );
	}
} );
