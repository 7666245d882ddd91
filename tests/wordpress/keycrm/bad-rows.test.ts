/** Tests that one bad row costs one product, never the others. */
import { bulkFill } from '../../support/fill/bulk-fill';
import { literal } from '../../support/keycrm-server';
import type { OfferSeed } from '../../support/keycrm-server';
import {
	OFFERS,
	openBadInput,
	reasons,
	SOLD,
	startAfresh,
} from '../support/faults/bad-input';
import { call, drive, stockBySku, sync } from '../support/session';
import type { Session } from '../support/session';

let session: Session;

beforeAll( async () => {
	session = await openBadInput();
} );
afterAll( () => session.stop() );
beforeEach( () => startAfresh( session ) );

describe( 'leaves one product alone and syncs the others', () => {
	const ODD: [ string, Partial< OfferSeed > ][] = [
		[ 'text', { served: { quantity: 'many' } } ],
		[ 'a comma', { served: { quantity: '7,5' } } ],
		[ 'null', { served: { quantity: null } } ],
		[ 'an empty text', { served: { quantity: '' } } ],
		[ 'a boolean', { served: { quantity: true } } ],
		[ 'no reserve', { served_without: [ 'reserve' ] } ],
		[ 'no warehouses', { served_without: [ 'warehouse' ] } ],
	];
	it.each( ODD )( 'when its number is %s', async ( _, odd ) => {
		const { shop, keycrm } = session;
		keycrm.world.reset();
		const [ first, ...others ] = OFFERS;
		keycrm.world.seed( { offers: [ { ...first, ...odd }, ...others ] } );
		const run = await sync( shop );
		expect( run.status ).toBe( 'succeeded' );
		expect( run.counts ).toMatchObject( { failed: 1, updated: SOLD - 1 } );
		expect( ( await stockBySku( shop ) ).get( 'P-0' ) ).toBe( 1 );
		expect( await reasons( session, run.id, 'failed' ) ).toEqual( [
			expect.stringContaining( 'left as it was' ),
		] );
	} );

	it.each( [
		[ 'a fraction', literal( '12.5' ), 12 ],
		[ 'a number as text', '12.50', 12 ],
		[ 'a negative', -49833, 0 ],
		[ 'minus zero', literal( '-0' ), 0 ],
		[ 'a very large one', 1e9, 1e9 ],
	] )( 'but reads %s as a number', async ( _, served, expected ) => {
		const { shop, keycrm } = session;
		keycrm.world.reset();
		const [ first, ...others ] = OFFERS;
		keycrm.world.seed( {
			offers: [ { ...first, served: { quantity: served } }, ...others ],
		} );
		expect( ( await sync( shop ) ).counts.updated ).toBe( SOLD );
		expect( ( await stockBySku( shop ) ).get( 'P-0' ) ).toBe( expected );
	} );

	it( 'when it has no SKU, or an SKU that KeyCRM has twice', async () => {
		const { shop, keycrm } = session;
		keycrm.world.seed( {
			offers: [
				{ sku: null, quantity: 3 },
				{ sku: '', quantity: 3 },
				{ sku: ' P-0 ', quantity: 3 },
			],
		} );
		const run = await sync( shop );
		expect( run.counts ).toMatchObject( {
			duplicate_in_keycrm: 1,
			updated: SOLD - 1,
		} );
		expect( ( await stockBySku( shop ) ).get( 'P-0' ) ).toBe( 1 );
		expect(
			await reasons( session, run.id, 'duplicate_in_keycrm' )
		).toEqual( [
			expect.stringContaining( 'Give each its own SKU in KeyCRM' ),
		] );
	} );

	it( 'when the shop has its SKU twice', async () => {
		const { shop } = session;
		const [ id ] = await bulkFill( shop, [
			{
				sku: 'P-6',
				name: 'Twin',
				price: 1,
				stock: 1,
				type: 'simple',
				parent: -1,
			},
		] );
		const run = await sync( shop );
		expect( run.counts ).toMatchObject( {
			duplicate_in_shop: 2,
			updated: SOLD - 1,
		} );
		expect( ( await stockBySku( shop ) ).get( 'P-6' ) ).toBe( 1 );
		// After the other product is deleted, the next run writes the number.
		await shop.php(
			`wc_get_product( ${ id } )->delete( true ); return true;`
		);
		expect( ( await sync( shop ) ).counts ).toMatchObject( {
			duplicate_in_shop: 0,
			updated: 1,
			unchanged: SOLD - 1,
		} );
		expect( ( await stockBySku( shop ) ).get( 'P-6' ) ).toBe( 7 );
	} );

	it( 'when it is deleted between plan and write', async () => {
		const { shop } = session;
		const [ id ] = await bulkFill( shop, [
			{
				sku: 'GONE',
				name: 'Gone',
				price: 1,
				stock: 1,
				type: 'simple',
				parent: -1,
			},
		] );
		session.keycrm.world.seed( {
			offers: [ { sku: 'GONE', quantity: 9 } ],
		} );
		const preview = await sync( shop, 'preview' );
		expect( preview.counts.updated ).toBe( SOLD + 1 );
		await shop.php( `wp_delete_post( ${ id }, true ); return true;` );
		await call( shop, 'POST', `/runs/${ preview.id }/apply` );
		const run = await drive( shop, { ...preview, status: 'running' } );
		expect( run.status ).toBe( 'succeeded' );
		expect( run.counts ).toMatchObject( { updated: SOLD, failed: 1 } );
		expect( await reasons( session, run.id, 'failed' ) ).toEqual( [
			expect.stringContaining( 'deleted' ),
		] );
	} );
} );
