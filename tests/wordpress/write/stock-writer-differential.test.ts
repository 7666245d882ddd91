/**
 * The same new numbers in two equal shops: in one by the loop that plugins use (look up the SKU, set the
 * quantity, save), in the other by our writer. What is in the database afterwards, and who was told,
 * must be the same.
 */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import {
	HOOK_DIARY,
	readDiary,
	START_DIARY,
} from '../support/recorders/hook-recorder';
import { difference, readTables } from '../support/recorders/tables';
import { seedVariedShop } from '../support/shops/varied-shop';
import { writeCode } from '../support/writer';

/** Out of stock is 1 or less here, and products without stock are hidden, which counts categories anew. */
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

// Two shops at once are slow where PHP itself is WebAssembly.
jest.setTimeout( 600_000 );

let naive: Shop;
let ours: Shop;
let idOf: ( name: string ) => number;
let theirHooks: Map< number, string[] >;
let ourHooks: Map< number, string[] >;

beforeAll( async () => {
	const mu = { diary: HOOK_DIARY };
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
		START_DIARY +
			phpFile( __dirname, 'stock-writer-differential-saves.php', {
				numbers: NUMBERS,
			} )
	);
	theirHooks = await readDiary( naive );
}

async function ourWriter(): Promise< void > {
	const numbers = new Map< number, number >();
	for ( const [ name, number ] of Object.entries( NUMBERS ) ) {
		numbers.set( idOf( name ), number );
	}
	// A product that lacks its row is a page by itself.
	const without = idOf( 'no-row' );
	const alone = new Map(
		[ ...numbers ].filter( ( [ id ] ) => id === without )
	);
	numbers.delete( without );
	await ours.php(
		`${ writeCode( { before: START_DIARY, numbers } ) } ${ writeCode( {
			numbers: alone,
			addsRows: true,
		} ) } return true;`
	);
	ourHooks = await readDiary( ours );
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

/** Without the one hook that may come at another time, and the one that a save leaves out. */
function told( diary: Map< number, string[] >, id: number ): string[] {
	return ( diary.get( id ) ?? [] ).filter(
		( hook ) =>
			hook !== 'clean_post_cache' &&
			hook !== 'woocommerce_updated_product_stock'
	);
}

test( 'the same products were told of, and their cached pages dropped', () => {
	expect( [ ...ourHooks.keys() ].sort() ).toEqual(
		[ ...theirHooks.keys() ].sort()
	);
	expect( ourHooks.has( idOf( 'equal' ) ) ).toBe( false );
	for ( const hooks of ourHooks.values() ) {
		expect( hooks ).toContain( 'clean_post_cache' );
	}
} );

/** As at a sale, the number goes first, then the product is saved. */
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
		const theirs = told( theirHooks, idOf( name ) ).filter(
			( hook ) => hook !== 'woocommerce_updated_product_price'
		);
		expect( told( ourHooks, idOf( name ) ) ).toEqual(
			numberFirst( theirs )
		);
	}
);

test.each( Object.keys( STATUS_TOO ) )( '%s: the same hooks', ( name ) => {
	const theirs = told( theirHooks, idOf( name ) ).map( ( hook ) =>
		hook.replace( 'stock_quantity,stock_status', 'stock_status' )
	);
	expect( told( ourHooks, idOf( name ) ).sort() ).toEqual( theirs.sort() );
} );

test.each( [ 'shirt', 'coat', 'hat' ] )( '%s: a parent, once', ( name ) => {
	const theirs = told( theirHooks, idOf( name ) );
	const own = told( ourHooks, idOf( name ) );
	// Where no variation's status has changed, prices are not gathered anew.
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
} );

test( 'what a loop of saves leaves out is told too', () => {
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
