/** Tests second checks whose answer is missing or implausible: the stock quantity stays, and the sync goes on. */
import type { Fault } from '../../support/keycrm-server';
import {
	restoreOffers,
	noted,
	numbers,
	openRemovedOffersShop,
	remove,
	whole,
} from '../support/removed-offers';
import { sync } from '../support/session';
import type { Session } from '../support/session';
import {
	ageWholeRead,
	asked,
	inKeyCrm,
	looked,
	pages,
	removeProducts,
	sell,
	stockOf,
} from '../support/shops/small-shop';

let session: Session;
let added: number[] = [];

beforeAll( async () => {
	session = await openRemovedOffersShop();
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	await removeProducts( session, added );
	added = [];
	session.keycrm.world.behave( { zeros_in_stocks: 'left_out' } );
	await restoreOffers( session );
} );

/** Expects deleted and sold out offers to keep their numbers under the fault, and to be right without it. */
const expectKept = async ( fault: () => void, reason: string ) => {
	remove( session, 'Q-10' );
	inKeyCrm( session.keycrm, 'Q-20', 0 );
	fault();
	const run = await whole( session );
	expect( run.status ).toBe( 'succeeded' );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
	for ( const sku of [ 'Q-10', 'Q-20' ] ) {
		expect( await noted( session, run, sku ) ).toMatchObject( {
			outcome: 'not_in_keycrm',
			reason: expect.stringContaining( reason ),
		} );
		expect( await stockOf( session, sku ) ).toBe( 7 );
	}
	session.keycrm.faults.clear();
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
	expect( await stockOf( session, 'Q-20' ) ).toBe( 0 );
};

it.each< [ string, Fault ] >( [
	[ 'ignored', { kind: 'filters_ignored' } ],
	[ 'refused', { kind: 'status', status: 400 } ],
	[ 'forbidden', { kind: 'status', status: 403 } ],
	[ 'too long', { kind: 'status', status: 414 } ],
	[ 'mixed with other rows', { kind: 'extra_rows', rows: 2 } ],
	[ 'answered with errors for minutes', { kind: 'status', status: 500 } ],
	[ 'answered with HTML for minutes', { kind: 'body', change: 'html' } ],
	[ 'applied to the first value only', { kind: 'filter_cut', after: 1 } ],
	[ 'answered without ids', { kind: 'row_fields', drop: [ 'id' ] } ],
] )( 'keeps the numbers when the filter is %s', async ( _, fault ) => {
	await expectKept(
		() => session.keycrm.faults.add( fault, { endpoint: 'GET /offers' } ),
		'KeyCRM did not say whether it still has it'
	);
} );

it( 'uses the rows, and removes nothing, when the total does not match the rows', async () => {
	remove( session, 'Q-10' );
	inKeyCrm( session.keycrm, 'Q-20', 0 );
	session.keycrm.faults.add(
		{ kind: 'envelope_says', fields: { total: 0 } },
		{ endpoint: 'GET /offers' }
	);
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
	expect( await stockOf( session, 'Q-20' ) ).toBe( 0 );
} );

it.each< [ string, Fault ] >( [
	[ 'number', { kind: 'row_fields', set: { quantity: 'many' } } ],
	[ 'number', { kind: 'row_fields', drop: [ 'in_reserve' ] } ],
	[ 'archived there', { kind: 'row_fields', drop: [ 'is_archived' ] } ],
] )(
	'fails a row with unusable fields, and names "%s" in the reason',
	async ( word, fault ) => {
		inKeyCrm( session.keycrm, 'Q-10', 0 );
		session.keycrm.faults.add( fault, { endpoint: 'GET /offers' } );
		const run = await whole( session );
		expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
		expect( await noted( session, run, 'Q-10' ) ).toMatchObject( {
			outcome: 'failed',
			reason: expect.stringContaining( word ),
		} );
		session.keycrm.faults.clear();
		await sync( session.shop );
		expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
	}
);

it.each( [ 429, 502 ] )(
	'waits and continues where it stopped after a %d',
	async ( status ) => {
		inKeyCrm( session.keycrm, 'Q-10', 0 );
		added = await sell( session, [ 'UNKNOWN' ] );
		session.keycrm.faults.add(
			{ kind: 'status', status },
			{ endpoint: 'GET /offers', after: 1, next: 2 }
		);
		await whole( session );
		expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
		expect( asked( session ) ).toEqual( pages( 3 ) );
		expect( looked( session ) ).toEqual( [
			'3 ids',
			'3 skus',
			'3 skus',
			'3 skus',
		] );
	}
);

it( 'ends the run when the key is refused', async () => {
	inKeyCrm( session.keycrm, 'Q-10', 0 );
	session.keycrm.faults.add(
		{ kind: 'status', status: 401 },
		{ endpoint: 'GET /offers' }
	);
	await ageWholeRead( session, 24 );
	expect( ( await sync( session.shop ) ).error?.code ).toBe( 'unauthorized' );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
} );

it( 'falls back to the full list when the shop’s own offers are read', async () => {
	inKeyCrm( session.keycrm, 'Q-10', 0 );
	session.keycrm.faults.add(
		{ kind: 'status', status: 400 },
		{ endpoint: 'GET /offers' }
	);
	const run = await sync( session.shop );
	expect( run ).toMatchObject( {
		error: null,
		read_plan: { kind: 'whole' },
	} );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
} );
