/** Tests undo: it applies the difference, skips numbers that were changed later, and is a run of its own. */
import { changeListSchema } from '../../src-admin/contract';
import type { Run } from '../../src-admin/contract';
import type { OfferSeed } from '../support/keycrm-server';
import { bulkFill } from '../support/fill/bulk-fill';
import {
	API,
	call,
	drive,
	openSession,
	save,
	startRun,
	step,
	stockBySku,
	sync,
} from './support/session';
import type { Session } from './support/session';
import { reportOf, undoRun } from './support/undo';
import {
	LATE_SALE,
	sellLate,
	sellNow,
	setByHand,
} from './support/orders/shop-life';

const SKUS = Array.from( { length: 14 }, ( _, place ) => `U-${ place }` );
const offers = ( quantity: number ): OfferSeed[] =>
	SKUS.map( ( sku ) => ( { sku, quantity } ) );

let session: Session;
let ids: number[];

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( 10 ) },
		{ mu: { late_sale: LATE_SALE } }
	);
	ids = await bulkFill(
		session.shop,
		SKUS.map( ( sku ) => ( {
			sku,
			name: `Tea ${ sku }`,
			price: 1,
			stock: 10,
			type: 'simple' as const,
			parent: -1,
		} ) )
	);
	await save( session.shop, {
		guard: { max_zeroed_percent: 100, max_drop_percent: 100 },
	} );
} );
afterAll( () => session.stop() );

beforeEach( async () => {
	await syncAt( 10 );
	run = await syncAt( 25 );
} );

let run: Run;

function idOf( place: number ): number {
	return ids[ place ] ?? 0;
}

const sell = ( place: number, quantity: number ) =>
	sellNow( session.shop, idOf( place ), quantity );

async function syncAt( quantity: number ): Promise< Run > {
	session.keycrm.world.reset();
	session.keycrm.world.seed( { offers: offers( quantity ) } );
	return sync( session.shop );
}

const report = ( one: Run ) => reportOf( session.shop, one );
const undo = ( one: Run ) => undoRun( session.shop, one );

async function numberOf( place: number ): Promise< number | null | undefined > {
	return ( await stockBySku( session.shop ) ).get( `U-${ place }` );
}

it( 'restores every number without KeyCRM, and records it in the log', async () => {
	expect( await report( run ) ).toEqual( {
		written: 14,
		back: 14,
		to_zero: 0,
		changed_since: 0,
		left: 0,
		undone_by: 0,
		label: 'Undo this sync (puts 14 of 14 products back)',
		sentences: [
			'14 products return to their previous quantity, minus what has been sold since.',
		],
		again: expect.stringMatching( /writes KeyCRM’s quantities again/ ),
	} );
	const asked = session.keycrm.log.entries().length;
	const undone = await undo( run );
	expect( undone ).toMatchObject( {
		mode: 'undo',
		status: 'succeeded',
		undoes: run.id,
		requests: 0,
		counts: { updated: 14, changed_since: 0 },
	} );
	expect( session.keycrm.log.entries().length ).toBe( asked );
	expect( [
		...new Set( ( await stockBySku( session.shop ) ).values() ),
	] ).toEqual( [ 10 ] );
	const { items } = changeListSchema.parse(
		await call( session.shop, 'GET', `/runs/${ undone.id }/changes` )
	);
	expect( items[ 0 ] ).toMatchObject( {
		before: 25,
		after: 10,
		outcome: 'updated',
	} );
	expect( items[ 0 ]?.reason ).toMatch( /undoing/ );
	expect( await report( run ) ).toMatchObject( { undone_by: undone.id } );
} );

it( 'keeps a sale, and skips a number that a person or another plugin has changed', async () => {
	await sell( 3, 4 );
	await setByHand( session.shop, idOf( 5 ), 7 );
	await session.shop.php(
		`update_post_meta( ${ idOf(
			6
		) }, '_keycrm_stock_exclude', 'yes' ); return true;`
	);
	expect( await report( run ) ).toMatchObject( {
		written: 14,
		back: 12,
		changed_since: 1,
		left: 1,
		label: 'Undo this sync (puts 12 of 14 products back; 1 has changed since)',
		sentences: [
			expect.stringMatching( /^12 products return/ ),
			'1 has been given another quantity since, and stays as it is.',
			'1 cannot or may not be written any more, and stays as it is.',
		],
	} );
	const undone = await undo( run );
	expect( undone.counts ).toMatchObject( {
		updated: 12,
		changed_since: 1,
		excluded: 1,
	} );
	expect( await numberOf( 3 ) ).toBe( 6 );
	expect( await numberOf( 5 ) ).toBe( 7 );
	expect( await numberOf( 6 ) ).toBe( 25 );
	await session.shop.php(
		`delete_post_meta( ${ idOf(
			6
		) }, '_keycrm_stock_exclude' ); return true;`
	);
} );

it( 'counts a sale between its plan and its write', async () => {
	await sellLate( session.shop, idOf( 0 ) );
	const done = await undo( run );
	expect( done.counts.updated ).toBe( 14 );
	expect( await numberOf( 0 ) ).toBe( 8 );
} );

it( 'is a run that can be undone too', async () => {
	const undone = await undo( run );
	await sell( 1, 3 );
	const again = await undo( undone );
	expect( again.counts.updated ).toBe( 14 );
	expect( await numberOf( 1 ) ).toBe( 22 );
	expect( await numberOf( 2 ) ).toBe( 25 );
} );

it( 'never goes below 0 for pieces that are already sold', async () => {
	await sell( 2, 20 );
	await undo( run );
	expect( await numberOf( 2 ) ).toBe( 0 );
} );

it( 'undoes nothing twice', async () => {
	await undo( run );
	const { back, changed_since } = await report( run );
	expect( [ back, changed_since ] ).toEqual( [ 0, 14 ] );
	const done = await undo( run );
	expect( done.counts ).toMatchObject( { updated: 0, changed_since: 14 } );
	expect( await numberOf( 9 ) ).toBe( 10 );
} );

it( 'has nothing to undo after a preview, or after a run that wrote nothing', async () => {
	const idle = await sync( session.shop );
	const preview = await sync( session.shop, 'preview' );
	for ( const { id } of [ idle, preview ] ) {
		const answer = await session.shop.request(
			`${ API }/runs/${ id }/undo`,
			{
				method: 'POST',
				as: 'shop_manager',
			}
		);
		expect( answer.status ).toBe( 409 );
	}
	expect( ( await report( preview ) ).written ).toBe( 0 );
} );

it( 'waits while another run is active', async () => {
	const active = await startRun( session.shop, 'sync' );
	const answer = await session.shop.request(
		`${ API }/runs/${ run.id }/undo`,
		{
			method: 'POST',
			as: 'shop_manager',
		}
	);
	expect( answer.status ).toBe( 409 );
	expect( answer.json ).toMatchObject( { data: { run: { id: active.id } } } );
	await drive( session.shop, await step( session.shop, active.id ) );
} );
