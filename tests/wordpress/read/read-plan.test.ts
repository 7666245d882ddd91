/** Tests the smallest number of requests: the full list once a day, and in between only the shop's own offers. */
import { call, save, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	ageWholeRead,
	asked,
	inKeyCrm,
	offer,
	openSmallShop,
	pages,
	sell,
	stockOf,
	summaryOf,
} from '../support/shops/small-shop';

describe( 'a shop of 60 products with an account of 400 offers', () => {
	let session: Session;

	beforeAll( async () => {
		session = await openSmallShop( 400, 60 );
	} );
	afterAll( () => session.stop() );
	beforeEach( () => session.keycrm.log.clear() );

	it( 'reads the full list at first', async () => {
		const run = await sync( session.shop );
		expect( run.read_plan ).toEqual( {
			kind: 'whole',
			requests: 8,
			instead_of: 8,
		} );
		expect( asked( session ) ).toEqual( pages( 8 ) );
		expect( run.counts.updated ).toBe( 60 );
	} );

	it( 'then reads only its own offers, and says so', async () => {
		inKeyCrm( session.keycrm, 'Q-6', 33 );
		const run = await sync( session.shop );
		expect( run.read_plan ).toEqual( {
			kind: 'own',
			requests: 2,
			instead_of: 8,
		} );
		expect( asked( session ) ).toEqual( [ '50 ids', '10 ids' ] );
		expect( run.counts ).toMatchObject( { updated: 1, unchanged: 59 } );
		expect( await stockOf( session, 'Q-6' ) ).toBe( 33 );
	} );

	it( 'knows the offer of a product that is new in the shop', async () => {
		await sell( session, [ 'Q-1' ] );
		expect( ( await sync( session.shop ) ).counts.updated ).toBe( 1 );
		expect( asked( session ) ).toEqual( [ '50 ids', '11 ids' ] );
		expect( await stockOf( session, 'Q-1' ) ).toBe( 7 );
	} );

	it( 'asks by SKU for products that KeyCRM lacks, until it has them', async () => {
		await sell( session, [ 'NEW-1', 'NEW,2' ] );
		expect( ( await sync( session.shop ) ).counts ).toMatchObject( {
			not_in_keycrm: 2,
			updated: 0,
		} );
		// A comma separates values, so that SKU has to wait for the full list.
		expect( asked( session ) ).toEqual( [ '50 ids', '11 ids', '1 skus' ] );
		session.keycrm.world.seed( {
			offers: [
				{ sku: 'NEW-1', quantity: 4 },
				{ sku: 'NEW,2', quantity: 5 },
			],
		} );
		expect( ( await sync( session.shop ) ).counts ).toMatchObject( {
			not_in_keycrm: 1,
			updated: 1,
		} );
		expect( await stockOf( session, 'NEW-1' ) ).toBe( 4 );
		session.keycrm.log.clear();
		await sync( session.shop );
		expect( asked( session ) ).toEqual( [ '50 ids', '12 ids' ] );
	} );

	it( 'follows an SKU that changes in the shop or in KeyCRM', async () => {
		const { shop, keycrm } = session;
		await shop.php(
			`$product = wc_get_product( wc_get_product_id_by_sku( 'Q-12' ) ); $product->set_sku( 'Q-13' ); return $product->save();`
		);
		inKeyCrm( keycrm, 'Q-13', 13 );
		const [ renamed ] = keycrm.world.catalogue.offersOfSku( 'Q-18' );
		if ( renamed !== undefined ) {
			keycrm.world.catalogue.renameSku( renamed, 'ELSE' );
		}
		const run = await sync( shop );
		expect( run.read_plan?.kind ).toBe( 'own' );
		expect( run.counts ).toMatchObject( { updated: 1, not_in_keycrm: 2 } );
		expect( await stockOf( session, 'Q-13' ) ).toBe( 13 );
		expect( await stockOf( session, 'Q-18' ) ).toBe( 7 );
	} );

	it( 'leaves alone an SKU that KeyCRM has twice, also when only the shop’s own offers are read', async () => {
		const { shop, keycrm } = session;
		keycrm.world.seed( { offers: [ offer( 24, 9 ) ] } );
		await ageWholeRead( session, 24 );
		expect( ( await sync( shop ) ).counts.duplicate_in_keycrm ).toBe( 1 );
		const again = await sync( shop );
		expect( summaryOf( again ) ).toMatchObject( { kind: 'own' } );
		expect( again.counts.duplicate_in_keycrm ).toBe( 1 );
		expect( await stockOf( session, 'Q-24' ) ).toBe( 7 );
		const second = keycrm.world.catalogue.offersOfSku( 'Q-24' )[ 1 ];
		if ( second !== undefined ) {
			keycrm.world.catalogue.renameSku( second, 'ITS-OWN' );
		}
		inKeyCrm( keycrm, 'Q-24', 3 );
		expect( ( await sync( shop ) ).counts.duplicate_in_keycrm ).toBe( 0 );
		expect( await stockOf( session, 'Q-24' ) ).toBe( 3 );
	} );

	it( 'reads the full list again after a day', async () => {
		await ageWholeRead( session, 22 );
		expect( ( await sync( session.shop ) ).read_plan?.kind ).toBe( 'own' );
		await ageWholeRead( session, 2 );
		expect( ( await sync( session.shop ) ).read_plan?.kind ).toBe(
			'whole'
		);
		expect( await stockOf( session, 'NEW,2' ) ).toBe( 5 );
	} );

	it( 'reads the full list again with another key, because its account may hold other offers', async () => {
		const { shop, keycrm } = session;
		keycrm.world.key = 'another-key';
		await save( shop, { api_key: 'another-key' } );
		expect( ( await sync( shop ) ).read_plan?.kind ).toBe( 'whole' );
		expect( ( await sync( shop ) ).read_plan?.kind ).toBe( 'own' );
	} );

	it( 'reads the full list when a chosen warehouse no longer appears in any answer', async () => {
		const { shop, keycrm } = session;
		const { catalogue, stock } = keycrm.world;
		catalogue.warehouses.set( 2, {
			id: 2,
			name: 'Second',
			is_active: true,
		} );
		for ( const one of catalogue.offers() ) {
			stock.set( one, 2, 2, 'manual' );
		}
		await call( shop, 'POST', '/settings', { warehouse_ids: [ 1, 2 ] } );
		await sync( shop );
		expect( await stockOf( session, 'Q-0' ) ).toBe( 9 );
		keycrm.faults.add( { kind: 'warehouse_gone', warehouse_id: 2 } );
		const run = await sync( shop );
		expect( run.error?.code ).toBe( 'warehouse_vanished' );
		expect( await stockOf( session, 'Q-0' ) ).toBe( 9 );
	} );
} );
