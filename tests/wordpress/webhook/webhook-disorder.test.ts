/**
 * KeyCRM's messages come late, twice, in another sequence or with wrong numbers. KeyCRM sends them itself, over HTTP, and
 * the shop starts its refreshes itself. In the end the shop shows what KeyCRM has.
 */
import { startKeyCrm } from '../../support/keycrm-server';
import type { BehaviourPatch } from '../../support/keycrm-server';
import { save, sync } from '../support/session';
import type { Session } from '../support/session';
import { refreshes, waiting } from '../support/refresh';
import { connectWebhook, untilRead, wrongNumbers } from '../support/shelf';
import {
	ageWholeRead,
	asked,
	inKeyCrm,
	openSmallShop,
	stockOf,
} from '../support/shops/small-shop';

const OFFERS = 120;
/** A second warehouse, beside number 1. */
const OTHER_WAREHOUSE = 2;

const UNDISTURBED = {
	webhook_delivery: 'once',
	webhook_numbers: 'true',
	webhook_sku: 'sent',
} satisfies BehaviourPatch;

const isNative = process.env[ 'TEST_WORLD' ] === 'native';
const describeNative = isNative ? describe : describe.skip;
const itNative = isNative ? it : it.skip;

let session: Session;
let url: string;

beforeAll( async () => {
	session = await openSmallShop( OFFERS, 12 );
	await save( session.shop, { guard: { min_products: 1000 } } );
	await sync( session.shop );
	url = await connectWebhook( session );
} );
afterAll( () => session.stop() );
afterEach( async () => {
	session.keycrm.faults.clear();
	session.keycrm.world.behave( UNDISTURBED );
	await sync( session.shop );
	await untilRead( session );
	session.keycrm.log.clear();
	expect( await wrongNumbers( session ) ).toEqual( [] );
} );

const behave = ( patch: BehaviourPatch ) =>
	session.keycrm.world.behave( patch );

/** KeyCRM's stock changes, and its message is delivered, or held back. */
async function change( sku: string, quantity: number ): Promise< void > {
	inKeyCrm( session.keycrm, sku, quantity );
	await session.keycrm.world.webhooks.settled();
}

async function expectAllRight(): Promise< void > {
	await untilRead( session );
	expect( await wrongNumbers( session ) ).toEqual( [] );
}

/** All messages so far were taken in. */
function expectAllAnswered(): void {
	const { calls } = session.keycrm.world.webhooks;
	expect( calls.length ).toBeGreaterThan( 0 );
	expect( calls.map( ( { status } ) => status ) ).toEqual(
		calls.map( () => 200 )
	);
}

describeNative( 'messages that are not as they should be', () => {
	it( 'the last one first', async () => {
		behave( { webhook_delivery: 'held' } );
		for ( const quantity of [ 5, 0, 9, 3 ] ) {
			await change( 'Q-10', quantity );
			await change( 'Q-20', quantity + 1 );
		}
		session.keycrm.world.webhooks.release( 'reversed' );
		await expectAllRight();
		expect( await stockOf( session, 'Q-10' ) ).toBe( 3 );
		expectAllAnswered();
	} );

	it( 'an old one after the newer one was worked on', async () => {
		behave( { webhook_delivery: 'held' } );
		await change( 'Q-10', 50 );
		behave( { webhook_delivery: 'once' } );
		await change( 'Q-10', 4 );
		await expectAllRight();
		session.keycrm.world.webhooks.release( 'in_order' );
		await expectAllRight();
		expect( await stockOf( session, 'Q-10' ) ).toBe( 4 );
	} );

	it( 'each of them twice, and all of them once more after newer ones', async () => {
		behave( { webhook_delivery: 'twice' } );
		await change( 'Q-30', 2 );
		await change( 'Q-40', 0 );
		await expectAllRight();
		const { webhooks } = session.keycrm.world;
		const bodies = new Set( webhooks.calls.map( ( { body } ) => body ) );
		await change( 'Q-30', 6 );
		await expectAllRight();
		bodies.forEach( ( body ) => webhooks.send( body ) );
		await expectAllRight();
		expect( await stockOf( session, 'Q-30' ) ).toBe( 6 );
	} );

	it.each( [ 'sent', 'null', 'absent' ] as const )(
		'with numbers that were never true (SKU: %s)',
		async ( webhook_sku ) => {
			behave( { webhook_numbers: 'absurd', webhook_sku } );
			await change( 'Q-50', 11 );
			await change( 'Q-60', 0 );
			await expectAllRight();
			expect( await stockOf( session, 'Q-50' ) ).toBe( 11 );
			inKeyCrm( session.keycrm, 'Q-50', 7 );
		}
	);

	it( 'about offers that the shop does not sell, that KeyCRM has deleted since, or that never were', async () => {
		const { world } = session.keycrm;
		behave( { webhook_delivery: 'held' } );
		await change( 'Q-1', 3 );
		world.seed( { offers: [ { id: 9001, sku: 'GONE', quantity: 1 } ] } );
		await change( 'GONE', 2 );
		world.catalogue.removeOffer( 9001 );
		behave( { webhook_delivery: 'once' } );
		world.webhooks.send(
			'[{"offer_id":987654,"sku":"Q-70","in_stock":1}]'
		);
		world.webhooks.send( '[{"sku":"nobody’s","in_stock":1}]' );
		await change( 'Q-80', 8 );
		world.webhooks.release( 'in_order' );
		await expectAllRight();
		expect( await waiting( session ) ).toBe( 0 );
		expect( ( await refreshes( session ) )[ 0 ]?.status ).toBe(
			'succeeded'
		);
	} );

	it( 'another account’s, with numbers and warehouses of its own', async () => {
		const other = await startKeyCrm( {
			catalogue: {
				warehouses: [ { id: 77, name: 'Elsewhere' } ],
				offers: [ 'Q-0', 'Q-10', 'X-1' ].map( ( sku ) => ( {
					sku,
					stock: [ { warehouse_id: 77, quantity: 1 } ],
				} ) ),
			},
		} );
		other.world.webhooks.connect( { url } );
		for ( const offer of other.world.catalogue.offers() ) {
			other.world.stock.set( offer, 77, 400, 'manual' );
		}
		await other.world.webhooks.settled();
		expect(
			other.world.webhooks.calls.map( ( { status } ) => status )
		).toEqual( [ 200 ] );
		await expectAllRight();
		await other.stop();
	} );
} );

describeNative( 'warehouses that were not chosen', () => {
	const choose = ( ...warehouse_ids: number[] ) =>
		save( session.shop, { warehouse_ids } );

	afterEach( async () => {
		await choose();
		session.keycrm.world.webhooks.connect( { url, warehouses: [] } );
	} );

	it( 'their numbers in a message are not the shop’s', async () => {
		const { catalogue, stock, webhooks } = session.keycrm.world;
		catalogue.warehouses.set( OTHER_WAREHOUSE, {
			id: OTHER_WAREHOUSE,
			name: 'Second',
			is_active: true,
		} );
		webhooks.connect( { url, warehouses: [ OTHER_WAREHOUSE ] } );
		await choose( 1 );
		await sync( session.shop );
		for ( const [ sku, quantity ] of [
			[ 'Q-90', 30 ],
			[ 'Q-100', 0 ],
		] as const ) {
			for ( const offer of catalogue.offersOfSku( sku ) ) {
				stock.set( offer, OTHER_WAREHOUSE, quantity + 40, 'manual' );
			}
			await change( sku, quantity );
		}
		await untilRead( session );
		expect( await wrongNumbers( session, 1 ) ).toEqual( [] );
		expect( await stockOf( session, 'Q-90' ) ).toBe( 30 );
		expect( webhooks.calls.at( -1 )?.body ).toContain( '"in_stock":40' );
	} );
} );

itNative(
	'after a day of silence the first message is believed in at once, and the next sync finds what was missed',
	async () => {
		const { shop, keycrm } = session;
		behave( { webhook_delivery: 'never' } );
		await change( 'Q-10', 31 );
		await change( 'Q-20', 0 );
		await change( 'Q-30', 33 );
		await ageWholeRead( session, 26 );
		await shop.sql(
			'UPDATE wp_keycrm_stock_runs SET started_at = started_at - 93600000, planned_at = planned_at - 93600000, finished_at = finished_at - 93600000, updated_at = updated_at - 93600000'
		);
		behave( { webhook_delivery: 'once' } );
		keycrm.log.clear();
		await change( 'Q-30', 34 );
		await untilRead( session );
		expect( await stockOf( session, 'Q-30' ) ).toBe( 34 );
		expect( asked( session ) ).toEqual( [ '1 ids' ] );
		expect( await wrongNumbers( session ) ).toHaveLength( 2 );
		await sync( shop );
		expect( await wrongNumbers( session ) ).toEqual( [] );
	}
);
