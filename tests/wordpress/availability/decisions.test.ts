/** Tests the decisions of a person: preview, confirm after the guard, discard, apply, cancel. */
import type { Run } from '../../../src-admin/contract';
import { runSchema } from '../../../src-admin/contract';
import type { OfferSeed } from '../../support/keycrm-server';
import { bulkFill } from '../../support/fill/bulk-fill';
import {
	age,
	API,
	call,
	drive,
	openSession,
	startRun,
	step,
	stockBySku,
	sync,
} from '../support/session';
import type { Session } from '../support/session';

const offers = ( quantity: number ): OfferSeed[] =>
	Array.from( { length: 40 }, ( _, place ) => ( {
		sku: `D-${ place }`,
		quantity,
	} ) );

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: offers( 10 ) } );
	await bulkFill(
		session.shop,
		Array.from( { length: 40 }, ( _, place ) => ( {
			sku: `D-${ place }`,
			name: 'D',
			price: 1,
			stock: 10,
			type: 'simple',
			parent: -1,
		} ) )
	);
	await sync( session.shop );
} );
afterAll( () => session.stop() );

beforeEach( () => inKeyCrm( 10 ) );

async function inKeyCrm( quantity: number ): Promise< void > {
	session.keycrm.world.reset();
	session.keycrm.world.seed( { offers: offers( quantity ) } );
}

async function inShop(): Promise< ( number | null )[] > {
	return [ ...new Set( ( await stockBySku( session.shop ) ).values() ) ];
}

async function act( run: Run, action: 'confirm' | 'apply' ): Promise< Run > {
	return runSchema.parse(
		await call( session.shop, 'POST', `/runs/${ run.id }/${ action }` )
	);
}

it( 'shows in a preview what would change, changes nothing, then applies it', async () => {
	await inKeyCrm( 12 );
	const preview = await sync( session.shop, 'preview' );
	expect( preview ).toMatchObject( {
		status: 'succeeded',
		mode: 'preview',
		fresh: true,
		counts: { updated: 40 },
	} );
	expect( await inShop() ).toEqual( [ 10 ] );
	const asked = session.keycrm.log.entries().length;
	const applied = await drive( session.shop, await act( preview, 'apply' ) );
	expect( applied ).toMatchObject( {
		id: preview.id,
		status: 'succeeded',
		mode: 'sync',
		counts: { updated: 40 },
	} );
	expect( session.keycrm.log.entries().length ).toBe( asked );
	expect( await inShop() ).toEqual( [ 12 ] );
} );

it( 'reads again before it applies an outdated preview', async () => {
	await inKeyCrm( 13 );
	const preview = await sync( session.shop, 'preview' );
	await inKeyCrm( 14 );
	await age( session.shop, preview );
	const applied = await drive( session.shop, await act( preview, 'apply' ) );
	expect( applied.status ).toBe( 'succeeded' );
	expect( await inShop() ).toEqual( [ 14 ] );
} );

it( 'stops before a large part of the shop goes out of stock, until a person confirms', async () => {
	const [ before ] = await inShop();
	await inKeyCrm( 0 );
	const run = await sync( session.shop );
	expect( run ).toMatchObject( {
		status: 'needs_confirmation',
		guard: {
			reasons: [ 'zeroed', 'drop' ],
			in_stock: 40,
			zeroed: 40,
			changes: 40,
		},
	} );
	expect( await inShop() ).toEqual( [ before ] );
	const done = await drive( session.shop, await act( run, 'confirm' ) );
	expect( done.status ).toBe( 'succeeded' );
	expect( await inShop() ).toEqual( [ 0 ] );
	await inKeyCrm( 10 );
	await sync( session.shop );
} );

it( 'ends a stopped run when a person discards it, or when a later run passes the guard', async () => {
	await inKeyCrm( 0 );
	const first = await sync( session.shop );
	const discarded = await call(
		session.shop,
		'DELETE',
		`/runs/${ first.id }`
	);
	expect( discarded ).toMatchObject( { status: 'cancelled' } );
	const late = await session.shop.request(
		`${ API }/runs/${ first.id }/confirm`,
		{ method: 'POST', as: 'admin' }
	);
	expect( late.status ).toBe( 409 );

	const second = await sync( session.shop );
	expect( second.status ).toBe( 'needs_confirmation' );
	const third = await sync( session.shop );
	expect( third.status ).toBe( 'needs_confirmation' );
	const replaced = runSchema.parse(
		await call( session.shop, 'GET', `/runs/${ second.id }` )
	);
	expect( replaced ).toMatchObject( {
		status: 'cancelled',
		error: { code: 'superseded' },
	} );
	await inKeyCrm( 9 );
	expect( await sync( session.shop ) ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: 40 },
	} );
	expect(
		runSchema.parse(
			await call( session.shop, 'GET', `/runs/${ third.id }` )
		).status
	).toBe( 'cancelled' );
	expect( await inShop() ).toEqual( [ 9 ] );
} );

it( 'asks again when more would be lost than a person confirmed earlier', async () => {
	await inKeyCrm( 3 );
	const run = await sync( session.shop );
	expect( run.guard?.reasons ).toEqual( [ 'drop' ] );
	await age( session.shop, run );
	await inKeyCrm( 0 );
	const again = await drive( session.shop, await act( run, 'confirm' ) );
	expect( again ).toMatchObject( {
		status: 'needs_confirmation',
		guard: { zeroed: 40 },
	} );
	await age( session.shop, again );
	await inKeyCrm( 4 );
	const done = await drive( session.shop, await act( again, 'confirm' ) );
	expect( done.status ).toBe( 'succeeded' );
	expect( await inShop() ).toEqual( [ 4 ] );
} );

it( 'writes nothing more after a run is cancelled halfway', async () => {
	await inKeyCrm( 20 );
	session.keycrm.faults.add( { kind: 'rate_limited' }, { next: 1 } );
	const run = await step(
		session.shop,
		( await startRun( session.shop, 'sync' ) ).id
	);
	expect( run.status ).toBe( 'waiting' );
	expect(
		await call( session.shop, 'DELETE', `/runs/${ run.id }` )
	).toMatchObject( { status: 'cancelled' } );
	expect( ( await step( session.shop, run.id ) ).status ).toBe( 'cancelled' );
	expect( await inShop() ).not.toEqual( [ 20 ] );
	const again = await session.shop.request( `${ API }/runs/${ run.id }`, {
		method: 'DELETE',
		as: 'admin',
	} );
	expect( again.status ).toBe( 409 );
} );

it.each( [ '/runs/999999', '/runs/999999/step' ] )(
	'answers %s with an error because the run does not exist',
	async ( path ) => {
		const answer = await session.shop.request( API + path, {
			method: path.endsWith( 'step' ) ? 'POST' : 'GET',
			as: 'admin',
		} );
		expect( answer.status ).toBe( 404 );
	}
);
