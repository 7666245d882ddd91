/** Tests that what was created has the right stock afterwards, whichever side keeps the stock that counts. */
import { lead } from '../support/push';
import { refresh } from '../support/refresh';
import { stockBySku, sync } from '../support/session';
import {
	ALL,
	confirm,
	create,
	offerOf,
	openCreateSession,
	plan,
} from './create';
import type { CreateSession } from './create';
import { describeReal } from './real-shop';

jest.setTimeout( 300_000 );

describeReal( 'the stock of what was created', () => {
	let session: CreateSession;

	beforeEach( async () => {
		session = await openCreateSession();
	} );
	afterEach( () => session.stop() );

	const inKeyCrm = () =>
		ALL.map(
			( sku ) =>
				session.keycrm.world.stock.totals(
					offerOf( session.keycrm, sku )
				).quantity
		);

	it( 'sends the shop’s quantities after them while the shop leads', async () => {
		const { shop } = session;
		await lead( session );
		const run = await plan( session );
		expect( run.guard?.sentences.join() ).toContain(
			'follow by themselves'
		);
		expect( await confirm( session, run ) ).toMatchObject( {
			counts: { created: 8 },
		} );
		await refresh( session );
		const here = await stockBySku( shop );
		expect( inKeyCrm() ).toEqual( ALL.map( ( sku ) => here.get( sku ) ) );
		expect( inKeyCrm() ).toEqual( [ 5, 5, 5, 3, 3, 3, 3, 3 ] );
		expect( await sync( shop ) ).toMatchObject( {
			counts: { updated: 0 },
		} );
	} );

	it( 'follows KeyCRM while KeyCRM leads, as it has said before', async () => {
		const { shop, keycrm } = session;
		await create( session );
		const cup = offerOf( keycrm, 'CUP' );
		keycrm.world.stock.set( cup, 1, 9, 'manual' );
		await refresh( session );
		const here = await stockBySku( shop );
		expect( [ here.get( 'CUP' ), here.get( 'CARD' ) ] ).toEqual( [ 9, 0 ] );
	} );
} );
