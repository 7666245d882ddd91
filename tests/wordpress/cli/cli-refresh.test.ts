/** A refresh that waits for a person is confirmed or cancelled by WP-CLI and by REST; KeyCRM's own messages have started it. */
import { runSchema } from '../../../src-admin/contract';
import type { Run } from '../../../src-admin/contract';
import { describeNative } from '../support/cli-session';
import { refresh, refreshes, waiting } from '../support/refresh';
import { age, call, drive, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { connectWebhook, untilRead, wrongNumbers } from '../support/shelf';
import { inKeyCrm, openSmallShop, stockOf } from '../support/shops/small-shop';
import { installWpCli, wp } from '../support/wp-cli';

const SKUS = Array.from( { length: 20 }, ( _, place ) => `Q-${ place * 2 }` );
const FLOOD = SKUS.slice( 0, 9 );
const LOOKS = 200;

let session: Session;

const guard = ( min_products: number ) =>
	save( session.shop, {
		guard: { min_products, max_zeroed_percent: 30, max_drop_percent: 100 },
	} );

/** Nine of twenty products sell out in KeyCRM. @return The refresh that asks. */
async function flood(): Promise< Run > {
	FLOOD.forEach( ( sku ) => inKeyCrm( session.keycrm, sku, 0 ) );
	for ( let looks = 0; looks < LOOKS; looks++ ) {
		const [ run ] = await refreshes( session );
		if ( run?.status === 'needs_confirmation' ) {
			return run;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
	}
	throw new Error( 'No refresh asks.' );
}

describeNative( 'a refresh that waits', () => {
	beforeAll( async () => {
		installWpCli();
		session = await openSmallShop( 40, 20 );
		await connectWebhook( session );
	} );
	afterAll( () => session.stop() );
	beforeEach( async () => {
		const { shop, keycrm } = session;
		keycrm.world.behave( { webhook_delivery: 'never' } );
		SKUS.forEach( ( sku ) => inKeyCrm( keycrm, sku, 7 ) );
		await keycrm.world.webhooks.settled();
		keycrm.world.behave( { webhook_delivery: 'once' } );
		await guard( 1000 );
		await sync( shop );
		await shop.sql( 'DELETE FROM wp_keycrm_stock_dirty' );
		await shop.sql(
			"DELETE FROM wp_keycrm_stock_runs WHERE lane = 'refresh'"
		);
		await guard( 2 );
	} );

	it( 'is shown and confirmed by WP-CLI', async () => {
		const { shop } = session;
		const { id } = await flood();
		expect( await wp( shop, 'status' ) ).toMatchObject( {
			status: 3,
			stderr: expect.stringContaining(
				'9 of 20 products in stock would become 0.'
			),
		} );
		expect( await wrongNumbers( session ) ).toHaveLength( 9 );
		expect( await wp( shop, 'confirm', String( id ) ) ).toEqual( {
			status: 0,
			stderr: '',
			stdout: `Success: Run ${ id } changed the stock of 9 products.\n`,
		} );
		await untilRead( session );
		expect( await wrongNumbers( session ) ).toEqual( [] );
		expect( await wp( shop, 'confirm', String( id ) ) ).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining( 'not waiting for a decision' ),
		} );
	} );

	it( 'is cancelled by WP-CLI: nothing is written, and nothing asks again until a message comes', async () => {
		const { shop, keycrm } = session;
		const { id } = await flood();
		expect( await wp( shop, 'cancel', String( id ) ) ).toEqual( {
			status: 0,
			stderr: '',
			stdout: `Success: Run ${ id } is cancelled.\n`,
		} );
		await shop.php( `KeyCrmStock\\plugin()->refresh(); return true;` );
		expect( await refreshes( session ) ).toHaveLength( 1 );
		expect( await stockOf( session, 'Q-0' ) ).toBe( 7 );
		expect( await wp( shop, 'status' ) ).toMatchObject( { status: 0 } );
		// The zeros were a mistake, which KeyCRM takes back.
		FLOOD.forEach( ( sku ) => inKeyCrm( keycrm, sku, 8 ) );
		await untilRead( session );
		expect( await wrongNumbers( session ) ).toEqual( [] );
	} );

	it.each( [ 'WP-CLI', 'REST' ] )(
		'is confirmed by %s after goods came in again: they are on the shelf in the end',
		async ( door ) => {
			const { shop, keycrm } = session;
			const { id } = await flood();
			inKeyCrm( keycrm, 'Q-0', 5 );
			await keycrm.world.webhooks.settled();
			expect( await waiting( session ) ).toBe( 9 );
			if ( door === 'REST' ) {
				await drive(
					shop,
					runSchema.parse(
						await call( shop, 'POST', `/runs/${ id }/confirm` )
					)
				);
			} else {
				await wp( shop, 'confirm', String( id ) );
			}
			// What was marked meanwhile is the next refresh's, which the queue carries on.
			const next = await refresh( session );
			expect( next?.id ).toBeGreaterThan( id );
			expect( await waiting( session ) ).toBe( 0 );
			expect( await wrongNumbers( session ) ).toEqual( [] );
			expect( await stockOf( session, 'Q-0' ) ).toBe( 5 );
		}
	);

	it( 'is confirmed by REST when its numbers are old: they are read again', async () => {
		const { shop, keycrm } = session;
		const run = await flood();
		await age( shop, run );
		keycrm.world.behave( { webhook_delivery: 'never' } );
		inKeyCrm( keycrm, 'Q-2', 6 );
		const confirmed = runSchema.parse(
			await call( shop, 'POST', `/runs/${ run.id }/confirm` )
		);
		expect( await drive( shop, confirmed ) ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: 9 },
		} );
		await untilRead( session );
		expect( await wrongNumbers( session ) ).toEqual( [] );
	} );

	it( 'is cancelled by REST, and the next sync asks for itself', async () => {
		const { shop } = session;
		const run = await flood();
		await call( shop, 'DELETE', `/runs/${ run.id }` );
		expect( await stockOf( session, 'Q-0' ) ).toBe( 7 );
		expect( await sync( shop ) ).toMatchObject( {
			status: 'needs_confirmation',
			lane: 'main',
		} );
		expect( await stockOf( session, 'Q-0' ) ).toBe( 7 );
	} );
} );
