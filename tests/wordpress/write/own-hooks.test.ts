/**
 * Tests the plugin's own actions: they fire after the run is saved, for every end of a run, and a callback
 * that throws does no damage.
 */
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { runSchema } from '../../../src-admin/contract';
import type { Run } from '../../../src-admin/contract';
import { MAIL_CATCHER, takeEmails } from '../support/recorders/mail-catcher';
import { takeLog } from '../support/recorders/wc-log';
import {
	call,
	drive,
	openSession,
	save,
	startRun,
	stockBySku,
	sync,
} from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';

/** Records each call and the run's row at that moment, and throws when asked to. */
const LISTENER = phpFile( __dirname, 'own-hooks-listener.php' );

const COUNT = 40;
let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( COUNT ) },
		{ mu: { listener: LISTENER, mail_catcher: MAIL_CATCHER } }
	);
	await sell(
		session,
		offers( COUNT ).map( ( { sku } ) => sku ?? '' )
	);
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	session.keycrm.faults.clear();
	await throws( false );
	await recordedCalls();
} );

const throws = ( yes: boolean ) =>
	session.shop.php(
		`update_option( 'test_throws', ${ yes ? 1 : 0 } ); return true;`
	);

/** Returns name, run, first further value, and the status in the row at that moment. */
async function recordedCalls() {
	return z
		.array( z.tuple( [ z.string(), z.number(), z.string(), z.string() ] ) )
		.parse(
			await session.shop.php(
				`$told = get_option( 'test_told', array() ); delete_option( 'test_told' ); return $told;`
			)
		);
}

async function decide( { id }: Run, word: 'apply' | 'confirm' ) {
	return runSchema.parse(
		await call( session.shop, 'POST', `/runs/${ id }/${ word }`, {} )
	);
}

function inKeyCrm( quantity: number ): void {
	session.keycrm.world.reset();
	session.keycrm.world.seed( {
		offers: offers( COUNT ).map( ( offer ) => ( { ...offer, quantity } ) ),
	} );
}

it( 'fires once for a success and for a failure, after the run is saved', async () => {
	const good = await sync( session.shop );
	expect( await recordedCalls() ).toEqual( [
		[ 'run_ended', good.id, 'succeeded', 'succeeded' ],
	] );
	session.keycrm.faults.add( { kind: 'status', status: 401 }, { next: 1 } );
	const bad = await sync( session.shop );
	expect( await recordedCalls() ).toEqual( [
		[ 'run_failed', bad.id, 'unauthorized', 'failed' ],
		[ 'run_ended', bad.id, 'failed', 'failed' ],
	] );
} );

it( 'fires for a pause after it is saved', async () => {
	session.keycrm.faults.add( { kind: 'status', status: 502 }, { next: 1 } );
	const run = await sync( session.shop );
	expect( ( await recordedCalls() )[ 0 ] ).toEqual( [
		'run_delayed',
		run.id,
		'server',
		'waiting',
	] );
} );

it( 'fires when a person cancels a run', async () => {
	const run = await startRun( session.shop, 'sync' );
	await call( session.shop, 'DELETE', `/runs/${ run.id }` );
	expect( await recordedCalls() ).toEqual( [
		[ 'run_decided', run.id, 'cancel', 'cancelled' ],
		[ 'run_ended', run.id, 'cancelled', 'cancelled' ],
	] );
} );

it( 'fires for a stop, and when a newer run has replaced the run', async () => {
	inKeyCrm( 0 );
	const first = await sync( session.shop );
	const second = await sync( session.shop );
	expect( await recordedCalls() ).toEqual( [
		[ 'run_ended', first.id, 'needs_confirmation', 'needs_confirmation' ],
		[ 'run_ended', first.id, 'cancelled', 'cancelled' ],
		[ 'run_ended', second.id, 'needs_confirmation', 'needs_confirmation' ],
	] );
	await call( session.shop, 'DELETE', `/runs/${ second.id }` );
	expect( ( await recordedCalls() ).at( -1 ) ).toEqual( [
		'run_ended',
		second.id,
		'cancelled',
		'cancelled',
	] );
	inKeyCrm( 7 );
} );

it( 'fires for a run that could not even start, with its number', async () => {
	await save( session.shop, { api_key: '' } );
	await session.shop.php(
		`do_action( 'keycrm_stock_start', 15 ); return true;`
	);
	expect( await recordedCalls() ).toEqual( [
		[ 'run_failed', expect.any( Number ), 'no_key', 'failed' ],
		[ 'run_ended', expect.any( Number ), 'failed', 'failed' ],
	] );
	await save( session.shop, { api_key: session.keycrm.key } );
} );

it( 'fires when a person has had numbers written at once', async () => {
	const { shop } = session;
	await shop.php( `
		$product = wc_get_product( wc_get_product_id_by_sku( 'Q-3' ) );
		$product->set_manage_stock( false );
		return $product->save();` );
	await sync( shop );
	await recordedCalls();
	await call( shop, 'POST', '/unmatched/switch-on', {
		product_ids: [
			await shop.php( `return wc_get_product_id_by_sku( 'Q-3' );` ),
		],
	} );
	expect( await recordedCalls() ).toEqual( [
		[ 'run_ended', expect.any( Number ), 'succeeded', 'succeeded' ],
	] );
	expect( ( await stockBySku( shop ) ).get( 'Q-3' ) ).toBe( 7 );
} );

it( 'the run continues although every callback throws, informs the owner, and names the callback in the log', async () => {
	const { shop, keycrm } = session;
	await save( shop, { notify: { after_failures: 1 } } );
	await throws( true );
	takeLog( shop );
	await takeEmails( shop );
	// One run with a pause, a stop, a decision and an end.
	keycrm.faults.add( { kind: 'status', status: 502 }, { next: 1 } );
	inKeyCrm( 0 );
	const stopped = await sync( shop );
	expect( stopped.status ).toBe( 'needs_confirmation' );
	const done = await drive( shop, await decide( stopped, 'confirm' ) );
	expect( done ).toMatchObject( { status: 'succeeded', error: null } );
	expect( new Set( ( await stockBySku( shop ) ).values() ) ).toEqual(
		new Set( [ 0 ] )
	);
	keycrm.faults.add( { kind: 'status', status: 401 }, { next: 1 } );
	expect( ( await sync( shop ) ).error?.code ).toBe( 'unauthorized' );
	const cancelled = await startRun( shop, 'sync' );
	expect(
		await call( shop, 'DELETE', `/runs/${ cancelled.id }` )
	).toMatchObject( { status: 'cancelled' } );
	expect(
		( await takeEmails( shop ) ).map( ( { subject } ) => subject )
	).toEqual( [
		expect.stringContaining( 'paused, nothing changed' ),
		expect.stringContaining( 'stock sync fails' ),
	] );
	const log = takeLog( shop );
	expect( log ).toContainEqual( {
		level: 'error',
		message:
			'An error was contained at “keycrm_stock_run_ended”: A listener of another plugin broke.',
		context: {
			class: 'TypeError',
			place: expect.stringContaining( 'listener.php' ),
		},
	} );
	expect( log ).toContainEqual(
		expect.objectContaining( {
			message: `Run ${ done.id } changed the stock of ${ COUNT } products.`,
		} )
	);
} );
