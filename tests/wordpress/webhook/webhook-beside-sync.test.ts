/** KeyCRM's messages come while a sync is under way or cancelled. KeyCRM sends them itself, and the shop starts its refreshes itself. */
import type { BehaviourPatch } from '../../support/keycrm-server';
import { phpFile } from '../../support/php-file';
import { refreshes } from '../support/refresh';
import { call, isActive, save, startRun, step, sync } from '../support/session';
import type { Session } from '../support/session';
import { connectWebhook, untilRead, wrongNumbers } from '../support/shelf';
import { inKeyCrm, openSmallShop, stockOf } from '../support/shops/small-shop';

const ONE_STEP = phpFile( __dirname, '../support/faults/one-step.php' );
const OFFERS = 120;

const isNative = process.env[ 'TEST_WORLD' ] === 'native';
const describeNative = isNative ? describe : describe.skip;
const itNative = isNative ? it : it.skip;

let session: Session;

beforeAll( async () => {
	session = await openSmallShop( OFFERS, 12, { one_step: ONE_STEP } );
	await save( session.shop, { guard: { min_products: 1000 } } );
	await sync( session.shop );
	await connectWebhook( session );
} );
afterAll( () => session.stop() );
beforeEach( () => behave( { webhook_delivery: 'once' } ) );

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

describeNative( 'a sync is under way', () => {
	const places = Array.from(
		{ length: 12 },
		( _, place ) => `Q-${ place * 10 }`
	);

	/** Differences that only the sync knows of, so that it has something to write. */
	function changeInSilence( quantity: number ): void {
		behave( { webhook_delivery: 'never' } );
		places.forEach( ( sku ) => inKeyCrm( session.keycrm, sku, quantity ) );
	}

	it( 'a message between any two of its steps is on the shelf before the next one, and stays there', async () => {
		const { shop } = session;
		changeInSilence( 60 );
		await session.keycrm.world.webhooks.settled();
		behave( { webhook_delivery: 'once' } );
		let run = await startRun( shop, 'sync' );
		const phases = new Set< string >();
		for ( let steps = 0; isActive( run ); steps++ ) {
			expect( steps ).toBeLessThan( 60 );
			phases.add( run.phase );
			const sku = places[ steps % places.length ] ?? '';
			await change( sku, 100 + steps );
			await untilRead( session );
			expect( [ run.phase, await stockOf( session, sku ) ] ).toEqual( [
				run.phase,
				100 + steps,
			] );
			run = await step( shop, run.id );
		}
		expect( run.status ).toBe( 'succeeded' );
		expect( [ ...phases ] ).toEqual(
			expect.arrayContaining( [
				'read',
				'gone',
				'plan',
				'guard',
				'write',
			] )
		);
		await expectAllRight();
	} );

	it( 'stock changes and is told while KeyCRM’s answer to the sync is on its way', async () => {
		const { shop, keycrm } = session;
		for ( let page = 0; page < 3; page++ ) {
			keycrm.world.afterAnswer.next( 'GET /offers/stocks', () => {
				inKeyCrm( keycrm, 'Q-10', 70 + page );
				inKeyCrm( keycrm, 'Q-110', 80 + page );
			} );
		}
		expect( await sync( shop ) ).toMatchObject( { status: 'succeeded' } );
		await expectAllRight();
		expect( await stockOf( session, 'Q-110' ) ).toBe( 82 );
	} );

	it.each( [
		[ 'orders', 110 ],
		[ 'read', 120 ],
		[ 'gone', 130 ],
		[ 'recheck', 140 ],
		[ 'plan', 150 ],
		[ 'guard', 160 ],
		[ 'write', 170 ],
	] )(
		'and is cancelled in phase %s, with messages before and after',
		async ( phase, quantity ) => {
			const { shop, keycrm } = session;
			changeInSilence( quantity );
			await keycrm.world.webhooks.settled();
			behave( { webhook_delivery: 'held' } );
			let run = await startRun( shop, 'sync' );
			await change( 'Q-10', quantity + 1 );
			while ( run.phase !== phase && isActive( run ) ) {
				run = await step( shop, run.id );
			}
			keycrm.world.webhooks.release( 'in_order' );
			await keycrm.world.webhooks.settled();
			await call( shop, 'DELETE', `/runs/${ run.id }` );
			behave( { webhook_delivery: 'once' } );
			await change( 'Q-20', quantity + 2 );
			await untilRead( session );
			expect( await stockOf( session, 'Q-10' ) ).toBe( quantity + 1 );
			expect( await stockOf( session, 'Q-20' ) ).toBe( quantity + 2 );
			// The next sync puts right what the cancelled one has left.
			expect( await wrongNumbers( session ) ).not.toEqual( [] );
			await sync( shop );
			await expectAllRight();
		}
	);
} );

itNative(
	'a refresh is cancelled: the next message has its offers read too',
	async () => {
		const { shop, keycrm } = session;
		keycrm.faults.add( { kind: 'status', status: 502 } );
		await change( 'Q-10', 21 );
		await change( 'Q-20', 22 );
		const [ run ] = await refreshes( session );
		await call( shop, 'DELETE', `/runs/${ run?.id }` );
		keycrm.faults.clear();
		await change( 'Q-30', 23 );
		await expectAllRight();
		expect( ( await refreshes( session ) )[ 0 ]?.id ).not.toBe( run?.id );
	}
);
