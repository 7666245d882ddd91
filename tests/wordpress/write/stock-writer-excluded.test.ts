/** What the writer leaves alone: equal numbers, and products that are not its to write. */
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import {
	HOOK_DIARY,
	readDiary,
	START_DIARY,
} from '../support/recorders/hook-recorder';
import { difference, readTables } from '../support/recorders/tables';
import { seedVariedShop } from '../support/shops/varied-shop';
import { write, writeCode } from '../support/writer';

jest.setTimeout( 600_000 );

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop( { mu: { diary: HOOK_DIARY } } );
	idOf = await seedVariedShop( shop );
} );

afterAll( () => shop.stop() );

const stock = ( name: string ) =>
	shop.php(
		`return wc_get_product( ${ idOf( name ) } )->get_stock_quantity();`
	);

test( 'equal means untouched: no row changes, nobody is told', async () => {
	const before = await readTables( shop );
	await shop.php(
		`${ writeCode( {
			before: START_DIARY,
			numbers: new Map( [
				[ idOf( 'plain' ), 10 ],
				[ idOf( 'shirt-s' ), 10 ],
				[ idOf( 'equal' ), null ],
			] ),
		} ) } return true;`
	);
	expect( await readDiary( shop ) ).toEqual( new Map() );
	expect( difference( before, await readTables( shop ) ) ).toEqual( [] );
} );

test( 'what keeps no number of its own is left, and said to be', async () => {
	const before = await readTables( shop );
	const results = await write( shop, {
		numbers: new Map( [
			[ idOf( 'unmanaged' ), 5 ],
			[ idOf( 'external' ), 5 ],
			[ idOf( 'shirt' ), 5 ],
			[ idOf( 'shared-s' ), 5 ],
			[ 999_999, 5 ],
		] ),
	} );
	expect(
		[ ...results.values() ].map( ( { outcome, problem } ) => [
			outcome,
			problem,
		] )
	).toEqual( [
		[ 'not_managed', '' ],
		[ 'not_managed', '' ],
		[ 'not_managed', '' ],
		[ 'managed_by_parent', '' ],
		[ 'failed', 'deleted' ],
	] );
	expect( difference( before, await readTables( shop ) ) ).toEqual( [] );
} );

test( 'stock management is switched on where the owner wants it, and only there', async () => {
	const numbers = new Map( [
		[ idOf( 'unmanaged' ), 5 ],
		[ idOf( 'external' ), 5 ],
		[ idOf( 'shirt' ), 5 ],
		[ idOf( 'shared-s' ), 5 ],
	] );
	const outcomes = async ( call: { addsRows: boolean } ) => {
		const found: string[] = [];
		for ( const [ id, number ] of numbers ) {
			const results = await write( shop, {
				numbers: new Map( [ [ id, number ] ] ),
				enable: true,
				...call,
			} );
			found.push( results.get( id )?.outcome ?? '' );
		}
		return found;
	};
	// Among others it would need rows under their locks.
	expect( await outcomes( { addsRows: false } ) ).toEqual( [
		'failed',
		'not_managed',
		'not_managed',
		'managed_by_parent',
	] );
	expect( await outcomes( { addsRows: true } ) ).toEqual( [
		'updated',
		'not_managed',
		'not_managed',
		'managed_by_parent',
	] );
	expect( await stock( 'unmanaged' ) ).toBe( 5 );
} );

test( 'a product that was trashed meanwhile, or told to be left alone, is', async () => {
	await shop.php( `
		wp_trash_post( ${ idOf( 'draft' ) } );
		update_post_meta( ${ idOf( 'private' ) }, '_keycrm_stock_exclude', 'yes' );
		update_post_meta( ${ idOf( 'hat' ) }, '_keycrm_stock_exclude', 'yes' );
		return true;
	` );
	const results = await write( shop, {
		numbers: new Map( [
			[ idOf( 'draft' ), 1 ],
			[ idOf( 'private' ), 1 ],
			[ idOf( 'hat-s' ), 1 ],
		] ),
	} );
	expect( [ ...results.values() ].map( ( { outcome } ) => outcome ) ).toEqual(
		[ 'failed', 'excluded', 'excluded' ]
	);
} );

test( 'in a shop without stock management nothing is written', async () => {
	await shop.php(
		`update_option( 'woocommerce_manage_stock', 'no' ); return true;`
	);
	const results = await write( shop, {
		numbers: new Map( [ [ idOf( 'plain' ), 99 ] ] ),
		enable: true,
	} );
	await shop.php(
		`update_option( 'woocommerce_manage_stock', 'yes' ); return true;`
	);
	expect( results.get( idOf( 'plain' ) )?.outcome ).toBe( 'not_managed' );
	expect( await stock( 'plain' ) ).toBe( 10 );
} );
