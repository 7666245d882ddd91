/**
 * Tests the guard for refreshes.
 * It adds up the refreshes of an hour, so that many zeros by webhook stop the refresh, however they are
 * spread.
 */
import { runSchema } from '../../../src-admin/contract';
import type { Run } from '../../../src-admin/contract';
import { MAIL_CATCHER, takeEmails } from '../support/recorders/mail-catcher';
import { call, current, drive, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { markSkus, refresh, refreshes, waiting } from '../support/refresh';
import { untilRead } from '../support/shelf';
import { inKeyCrm, openSmallShop, stockOf } from '../support/shops/small-shop';

let session: Session;
const SKUS = Array.from( { length: 20 }, ( _, place ) => `Q-${ place * 2 }` );

beforeAll( async () => {
	session = await openSmallShop( 40, 20, { mail_catcher: MAIL_CATCHER } );
	await save( session.shop, { guard: { min_products: 1000 } } );
} );
afterAll( () => session.stop() );

beforeEach( async () => {
	SKUS.forEach( ( sku ) => inKeyCrm( session.keycrm, sku, 7 ) );
	await session.shop.sql( 'DELETE FROM wp_keycrm_stock_dirty' );
	await session.shop.sql(
		"DELETE FROM wp_keycrm_stock_runs WHERE lane = 'refresh'"
	);
	await save( session.shop, { guard: { min_products: 1000 } } );
	await sync( session.shop );
	// At most 6 of 20 products may become 0.
	await save( session.shop, {
		guard: {
			min_products: 2,
			max_zeroed_percent: 30,
			max_drop_percent: 100,
		},
	} );
	await takeEmails( session.shop );
} );

async function sellOut( ...skus: readonly string[] ): Promise< Run > {
	skus.forEach( ( sku ) => inKeyCrm( session.keycrm, sku, 0 ) );
	await markSkus( session, ...skus );
	const run = await refresh( session );
	if ( run === undefined ) {
		throw new Error( 'No refresh was started.' );
	}
	return run;
}

it( 'lets a few zeros pass, even when they are all that the refresh has read', async () => {
	expect( await sellOut( ...SKUS.slice( 0, 6 ) ) ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: 6 },
	} );
} );

it( 'stops at many zeros, writes nothing, and informs the owner once', async () => {
	const run = await sellOut( ...SKUS.slice( 0, 7 ) );
	expect( run ).toMatchObject( {
		status: 'needs_confirmation',
		lane: 'refresh',
		guard: { reasons: [ 'zeroed' ], zeroed: 7, in_stock: 20 },
	} );
	expect( await stockOf( session, 'Q-0' ) ).toBe( 7 );
	expect( await takeEmails( session.shop ) ).toHaveLength( 1 );
	// The screen asks as it does for a sync.
	const now = await current( session.shop );
	expect( now.run?.id ).toBe( run.id );
	expect( now.facts.headline.state ).toBe( 'needs_decision' );
	// No worker sends requests while a person decides.
	const before = session.keycrm.log.entries().length;
	await refresh( session );
	await refresh( session );
	expect( await refreshes( session ) ).toHaveLength( 1 );
	expect( session.keycrm.log.entries() ).toHaveLength( before );
	expect( await waiting( session ) ).toBe( 7 );
} );

it( 'stops at many zeros that come one by one', async () => {
	const seen = [];
	for ( let place = 0; place < 8; place++ ) {
		seen.push( ( await sellOut( SKUS[ place ] ?? '' ) ).status );
	}
	expect( seen.slice( 0, 7 ) ).toEqual( [
		...Array< string >( 6 ).fill( 'succeeded' ),
		'needs_confirmation',
	] );
	expect( await stockOf( session, SKUS[ 5 ] ?? '' ) ).toBe( 0 );
	expect( await stockOf( session, SKUS[ 6 ] ?? '' ) ).toBe( 7 );
} );

it( 'ignores losses of more than an hour ago', async () => {
	await sellOut( ...SKUS.slice( 0, 6 ) );
	await session.shop.sql(
		'UPDATE wp_keycrm_stock_changes SET written_at = written_at - 3700000 WHERE written_at > 0'
	);
	expect( await sellOut( ...SKUS.slice( 6, 11 ) ) ).toMatchObject( {
		status: 'succeeded',
	} );
} );

it( 'writes the numbers when a person confirms, empties the queue, and weighs the next loss alone', async () => {
	const run = await sellOut( ...SKUS.slice( 0, 9 ) );
	const confirmed = runSchema.parse(
		await call( session.shop, 'POST', `/runs/${ run.id }/confirm` )
	);
	expect( await drive( session.shop, confirmed ) ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: 9 },
	} );
	expect( await stockOf( session, 'Q-0' ) ).toBe( 0 );
	expect( await waiting( session ) ).toBe( 0 );
	expect( await sellOut( ...SKUS.slice( 9, 12 ) ) ).toMatchObject( {
		status: 'succeeded',
	} );
} );

it( 'asks again only after another change when a person has rejected the numbers', async () => {
	const run = await sellOut( ...SKUS.slice( 0, 9 ) );
	await call( session.shop, 'DELETE', `/runs/${ run.id }` );
	await refresh( session );
	expect( await refreshes( session ) ).toHaveLength( 1 );
	// KeyCRM's numbers were a mistake and are corrected now.
	SKUS.forEach( ( sku ) => inKeyCrm( session.keycrm, sku, 7 ) );
	await markSkus( session, 'Q-30' );
	expect( await refresh( session ) ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: 0, unchanged: 10 },
	} );
	expect( await waiting( session ) ).toBe( 0 );
} );

it( 'a sync that may write replaces a waiting refresh, but a refresh replaces no sync', async () => {
	const waits = await sellOut( ...SKUS.slice( 0, 9 ) );
	SKUS.forEach( ( sku ) => inKeyCrm( session.keycrm, sku, 7 ) );
	await sync( session.shop );
	const [ retired ] = await refreshes( session );
	expect( retired ).toMatchObject( {
		id: waits.id,
		status: 'cancelled',
		error: { code: 'superseded' },
	} );
	// The offers of the replaced refresh are read again.
	expect( await refresh( session ) ).toMatchObject( { status: 'succeeded' } );
	SKUS.slice( 0, 9 ).forEach( ( sku ) => inKeyCrm( session.keycrm, sku, 0 ) );
	const stopped = await sync( session.shop );
	expect( stopped.status ).toBe( 'needs_confirmation' );
	inKeyCrm( session.keycrm, 'Q-30', 6 );
	await markSkus( session, 'Q-30' );
	expect( await refresh( session ) ).toMatchObject( { status: 'succeeded' } );
	expect( ( await current( session.shop ) ).run ).toMatchObject( {
		id: stopped.id,
		status: 'needs_confirmation',
	} );
} );

// php-wasm has no server that the shop could call.
( process.env[ 'TEST_WORLD' ] === 'native' ? it : it.skip )(
	'what changed while a person was asked is on the shelf right after the decision, without the queue',
	async () => {
		const { shop, keycrm } = session;
		const run = await sellOut( ...SKUS.slice( 0, 9 ) );
		expect( run.status ).toBe( 'needs_confirmation' );
		inKeyCrm( keycrm, 'Q-30', 5 );
		await markSkus( session, 'Q-30' );
		const confirmed = runSchema.parse(
			await call( shop, 'POST', `/runs/${ run.id }/confirm` )
		);
		await drive( shop, confirmed );
		await untilRead( session );
		expect( await stockOf( session, 'Q-30' ) ).toBe( 5 );
	}
);
