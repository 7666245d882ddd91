/**
 * Tests the way ERP → KeyCRM → shop: an ERP that knows nothing of us writes KeyCRM's stock, KeyCRM reports it by
 * itself, and the shop follows without anybody's help.
 */
import { STATUS } from '../../support/keycrm-server';
import { Erp } from '../../support/erp/erp';
import { refreshes } from '../support/refresh';
import { save, startRun, step, sync } from '../support/session';
import type { Session } from '../support/session';
import { connectWebhook, untilRead, wrongNumbers } from '../support/shelf';
import { openSmallShop, stockOf } from '../support/shops/small-shop';

const OFFERS = 120;
const SOLD = 60;
const skus = Array.from( { length: OFFERS }, ( _, place ) => `Q-${ place }` );

// php-wasm has no server that the shop could call.
const describeNative =
	process.env[ 'TEST_WORLD' ] === 'native' ? describe : describe.skip;

let session: Session;
let erp: Erp;

beforeAll( async () => {
	session = await openSmallShop( OFFERS, SOLD );
	await save( session.shop, { guard: { min_products: 1000 } } );
	await sync( session.shop );
	await connectWebhook( session );
	erp = new Erp( session.keycrm.url, session.keycrm.key );
} );
afterAll( () => session.stop() );

async function expectAllRight(): Promise< void > {
	await untilRead( session );
	expect( await wrongNumbers( session ) ).toEqual( [] );
}

describeNative( 'an ERP', () => {
	it( 'takes stock of everything in one message, and the shop shows it', async () => {
		expect(
			await erp.setStock(
				1,
				skus.map( ( sku, place ) => ( { sku, quantity: place } ) )
			)
		).toBe( 202 );
		await expectAllRight();
		expect( await stockOf( session, 'Q-118' ) ).toBe( 118 );
		expect( await stockOf( session, 'Q-0' ) ).toBe( 0 );
	} );

	it( 'writes what lies there, and the shop sells what is not reserved', async () => {
		const order = session.keycrm.world.orders.create( {
			status_id: STATUS.agreed,
			products: [ { sku: 'Q-20', quantity: 3 } ],
		} );
		await erp.setStock( 1, [ { sku: 'Q-20', quantity: 10 } ] );
		await expectAllRight();
		expect( await stockOf( session, 'Q-20' ) ).toBe( 7 );
		session.keycrm.world.orders.remove( order );
	} );

	it( 'writes the same goods again and again, and the last number stays', async () => {
		for ( let quantity = 1; quantity <= 15; quantity++ ) {
			await erp.setStock( 1, [
				{ sku: 'Q-30', quantity },
				{ sku: 'Q-32', quantity: 100 - quantity },
			] );
		}
		await expectAllRight();
		expect( await stockOf( session, 'Q-30' ) ).toBe( 15 );
		expect( await stockOf( session, 'Q-32' ) ).toBe( 85 );
	} );

	it( 'writes while a sync is between any two of its steps', async () => {
		const { shop } = session;
		let run = await startRun( shop, 'sync' );
		for ( let quantity = 200; run.finished_at === null; quantity++ ) {
			await erp.setStock( 1, [ { sku: 'Q-40', quantity } ] );
			await untilRead( session );
			expect( await stockOf( session, 'Q-40' ) ).toBe( quantity );
			run = await step( shop, run.id );
		}
		expect( run.status ).toBe( 'succeeded' );
		await expectAllRight();
	} );

	it( 'names an SKU that KeyCRM does not have: KeyCRM refuses the message, and the shop stays as it is', async () => {
		session.keycrm.world.behave( { unknown_sku_in_push: 'refused' } );
		const before = await stockOf( session, 'Q-50' );
		expect(
			await erp.setStock( 1, [
				{ sku: 'Q-50', quantity: 3 },
				{ sku: 'UNKNOWN', quantity: 3 },
			] )
		).toBe( 422 );
		await expectAllRight();
		expect( await stockOf( session, 'Q-50' ) ).toBe( before );
	} );

	it( 'has sold out everything: the guard asks before the shop does', async () => {
		await save( session.shop, {
			guard: { min_products: 10, max_zeroed_percent: 30 },
		} );
		expect(
			await erp.setStock(
				1,
				skus.map( ( sku ) => ( { sku, quantity: 0 } ) )
			)
		).toBe( 202 );
		await session.keycrm.world.webhooks.settled();
		const run = await untilAsked();
		expect( run?.guard?.reasons ).toContain( 'zeroed' );
		expect( await stockOf( session, 'Q-118' ) ).toBe( 118 );
	} );
} );

/** Waits until a refresh asks a person. */
async function untilAsked() {
	const until = Date.now() + 20_000;
	for (;;) {
		const [ run ] = await refreshes( session );
		if ( run?.status === 'needs_confirmation' || Date.now() > until ) {
			return run;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
	}
}
