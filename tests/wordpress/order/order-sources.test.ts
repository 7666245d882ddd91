/** Tests the lists of the order settings on the screen: KeyCRM's sources and WooCommerce's statuses. */
import {
	orderSourcesSchema,
	settingsSchema,
} from '../../../src-admin/contract';
import { API, call, openSession } from '../support/session';
import type { Session } from '../support/session';

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: [ { sku: 'A', quantity: 1 } ] } );
} );
afterAll( () => session.stop() );

it( 'lists the account’s sources with one request', async () => {
	const { shop, keycrm } = session;
	const asked = keycrm.log.entries().length;
	const { items } = orderSourcesSchema.parse(
		await call( shop, 'GET', '/order-sources' )
	);
	expect( items ).toEqual( [
		{ id: 1, name: 'Інтернет-магазин' },
		{ id: 2, name: 'Instagram' },
	] );
	expect( keycrm.log.entries().length ).toBe( asked + 1 );
} );

it( 'gives the reason when KeyCRM does not answer', async () => {
	const { shop, keycrm } = session;
	keycrm.faults.add( { kind: 'status', status: 403 }, { next: 1 } );
	const answer = await shop.request( `${ API }/order-sources`, {
		method: 'GET',
		as: 'shop_manager',
	} );
	expect( answer.status ).toBe( 502 );
	expect( answer.text ).toMatch( /refuses access/ );
	expect( answer.text ).not.toContain( keycrm.key );
} );

it( 'lists WooCommerce’s statuses by the names that orders store', async () => {
	const settings = settingsSchema.parse(
		await call( session.shop, 'GET', '/settings' )
	);
	expect( settings.order_statuses ).toContainEqual( {
		status: 'on-hold',
		name: 'On hold',
	} );
	expect( settings.official_plugin ).toBe( false );
} );
