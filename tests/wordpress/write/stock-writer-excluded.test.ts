/** Tests what the writer does not write: equal numbers, and products that are not its to write. */
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import {
	HOOK_RECORDER,
	readRecording,
	START_RECORDING,
} from '../support/recorders/hook-recorder';
import { difference, readTables } from '../support/recorders/tables';
import { seedVariedShop } from '../support/shops/varied-shop';
import { write, writeCode } from '../support/writer';

jest.setTimeout( 600_000 );

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop( { mu: { hook_recorder: HOOK_RECORDER } } );
	idOf = await seedVariedShop( shop );
} );

afterAll( () => shop.stop() );

const stock = ( name: string ) =>
	shop.php(
		`return wc_get_product( ${ idOf( name ) } )->get_stock_quantity();`
	);

test( 'changes no row and fires no hook when the number is equal', async () => {
	const before = await readTables( shop );
	await shop.php(
		`${ writeCode( {
			before: START_RECORDING,
			numbers: new Map( [
				[ idOf( 'plain' ), 10 ],
				[ idOf( 'shirt-s' ), 10 ],
				[ idOf( 'equal' ), null ],
			] ),
		} ) } return true;`
	);
	expect( await readRecording( shop ) ).toEqual( new Map() );
	expect( difference( before, await readTables( shop ) ) ).toEqual( [] );
} );

test( 'leaves products without a number of their own, and reports them', async () => {
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

test( 'enables stock management only when the owner wants it', async () => {
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
	// With other products in the page, it would need rows under their locks.
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

test( 'leaves a product that was binned or excluded meanwhile', async () => {
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

test( 'writes nothing in a shop without stock management', async () => {
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
