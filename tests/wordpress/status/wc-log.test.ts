/** Tests WooCommerce's log: at most one line a run, and none when nothing happened. */
import { runSchema } from '../../../src-admin/contract';
import type { Run } from '../../../src-admin/contract';
import type { OfferSeed } from '../../support/keycrm-server';
import { bulkFill } from '../../support/fill/bulk-fill';
import { takeLog } from '../support/recorders/wc-log';
import {
	call,
	drive,
	openSession,
	save,
	startRun,
	sync,
} from '../support/session';
import type { Session } from '../support/session';

const offers = ( quantity: number ): OfferSeed[] =>
	Array.from( { length: 40 }, ( _, place ) => ( {
		sku: `J-${ place }`,
		quantity,
	} ) );

let session: Session;

async function decide( { id }: Run, word: 'apply' | 'confirm' | 'undo' ) {
	return runSchema.parse(
		await call( session.shop, 'POST', `/runs/${ id }/${ word }`, {} )
	);
}

const messages = () =>
	takeLog( session.shop ).map( ( { message } ) => message );

function inKeyCrm( quantity: number ): void {
	session.keycrm.world.reset();
	session.keycrm.world.seed( { offers: offers( quantity ) } );
}

beforeAll( async () => {
	session = await openSession( { offers: offers( 7 ) } );
	await bulkFill(
		session.shop,
		offers( 7 ).map( ( { sku } ) => ( {
			sku: sku ?? '',
			name: 'J',
			price: 1,
			stock: 1,
			type: 'simple' as const,
			parent: -1,
		} ) )
	);
} );
afterAll( () => session.stop() );
beforeEach( () => {
	session.keycrm.faults.clear();
	takeLog( session.shop );
} );

it( 'logs what a run has changed, and nothing when it has changed nothing', async () => {
	const run = await sync( session.shop );
	expect( takeLog( session.shop ) ).toEqual( [
		{
			level: 'info',
			message: `Run ${ run.id } changed the stock of 40 products.`,
			context: {
				run: run.id,
				mode: 'sync',
				trigger: 'person',
				requests: 1,
				seconds: expect.any( Number ),
				counts: { updated: 40 },
			},
		},
	] );
	await sync( session.shop );
	await sync( session.shop, 'preview' );
	expect( takeLog( session.shop ) ).toEqual( [] );
} );

it( 'logs a warning when a run stops, and then what a person has decided', async () => {
	inKeyCrm( 0 );
	const first = await sync( session.shop );
	expect( takeLog( session.shop ) ).toEqual( [
		expect.objectContaining( {
			level: 'warning',
			message: expect.stringMatching(
				/^Run \d+ stopped before changing anything\. 40 of 40 products in stock would become 0\..*It waits for a person/
			),
		} ),
	] );
	await call( session.shop, 'DELETE', `/runs/${ first.id }` );
	expect( takeLog( session.shop ) ).toEqual( [
		{
			level: 'info',
			message: expect.stringContaining( 'cancelled by a person' ),
			context: { run: first.id },
		},
	] );
	const second = await sync( session.shop );
	takeLog( session.shop );
	await drive( session.shop, await decide( second, 'confirm' ) );
	expect( messages() ).toEqual( [
		expect.stringContaining( 'a person said that its numbers are right' ),
		`Run ${ second.id } changed the stock of 40 products.`,
	] );
} );

it( 'logs that a preview was applied, and that a run was undone', async () => {
	inKeyCrm( 5 );
	const preview = await sync( session.shop, 'preview' );
	await drive( session.shop, await decide( preview, 'apply' ) );
	expect( messages() ).toEqual( [
		expect.stringContaining( 'a person wants its numbers written' ),
		`Run ${ preview.id } changed the stock of 40 products.`,
	] );
	const undo = await decide( preview, 'undo' );
	await drive( session.shop, undo );
	expect( messages() ).toEqual( [
		`Run ${ undo.id } took run ${ preview.id } back: 40 products have their earlier number again.`,
	] );
} );

it( 'logs a warning for temporary faults, with technical details', async () => {
	session.keycrm.faults.add( { kind: 'status', status: 502 }, { next: 2 } );
	session.keycrm.faults.add(
		{ kind: 'rate_limited', retry_after: { as: 'seconds', seconds: 5 } },
		{ after: 2, next: 1 }
	);
	const run = await sync( session.shop );
	expect( run.status ).toBe( 'succeeded' );
	const lines = takeLog( session.shop );
	expect( lines.map( ( { level } ) => level ) ).toEqual( [
		'warning',
		'warning',
		'warning',
		'info',
	] );
	expect( lines[ 0 ] ).toEqual( {
		level: 'warning',
		message: `Run ${ run.id }: a request to KeyCRM brought no answer that can be used. It is sent again by itself in 2 seconds; there is nothing to do.`,
		context: {
			run: run.id,
			code: 'server',
			details: expect.stringContaining( 'HTTP 502' ),
		},
	} );
	expect( lines[ 2 ]?.context ).toMatchObject( { code: 'rate_limited' } );
} );

it( 'logs a failure with all its details, in the sentences of the screen', async () => {
	session.keycrm.faults.add( { kind: 'status', status: 401 } );
	const run = await sync( session.shop );
	expect( takeLog( session.shop ) ).toEqual( [
		{
			level: 'error',
			message: `Run ${ run.id } failed. ${ run.error?.message } ${ run.error?.hint }`,
			context: expect.objectContaining( {
				run: run.id,
				code: 'unauthorized',
				details: expect.stringContaining( '401' ),
			} ),
		},
	] );
	await save( session.shop, { api_key: '' } );
	await session.shop.php(
		`do_action( 'keycrm_stock_start', 15 ); return true;`
	);
	expect( takeLog( session.shop ) ).toEqual( [
		expect.objectContaining( {
			level: 'error',
			message: expect.stringContaining( 'There is no KeyCRM API key' ),
			context: expect.objectContaining( {
				code: 'no_key',
				trigger: 'schedule',
			} ),
		} ),
	] );
	await save( session.shop, { api_key: session.keycrm.key } );
} );

it( 'runs on when the shop’s own logger throws', async () => {
	inKeyCrm( 9 );
	const run = await startRun( session.shop, 'sync' );
	expect(
		await session.shop.php( `
			add_filter( 'woocommerce_logger_log_message', static function (): string { throw new RuntimeException( 'full' ); } );
			do_action( 'keycrm_stock_step', ${ run.id } );
			return true;
		` )
	).toBe( true );
	expect(
		await call( session.shop, 'GET', `/runs/${ run.id }` )
	).toMatchObject( { status: 'succeeded', counts: { updated: 40 } } );
} );
