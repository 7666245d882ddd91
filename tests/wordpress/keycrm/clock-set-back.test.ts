/** The server's clock ran three hours ahead and has been set right: what was noted meanwhile is from the future. */
import type { Session } from '../support/session';
import { current, startRun, step, sync } from '../support/session';
import {
	ageWholeRead,
	inKeyCrm,
	openSmallShop,
	stockOf,
} from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openSmallShop( 3, 3 );
} );
afterAll( () => session.stop() );

it( 'goes on at once, and believes what KeyCRM says now', async () => {
	const { shop, keycrm } = session;
	await sync( shop );
	expect( await stockOf( session, 'Q-1' ) ).toBe( 7 );

	await ageWholeRead( session, -3 );
	await shop.sql(
		'UPDATE wp_keycrm_stock_levels SET read_at = read_at + 10800000'
	);
	await shop.php( `
		$pace = json_decode( get_option( 'keycrm_stock_pace' ), true );
		$pace['next_at'] += 3 * HOUR_IN_SECONDS * 1000;
		return update_option( 'keycrm_stock_pace', wp_json_encode( $pace ), false );` );
	inKeyCrm( keycrm, 'Q-1', 4 );

	const run = await startRun( shop, 'sync' );
	// Not driven as elsewhere: that would cut a long wait short.
	for ( let steps = 0; steps < 10; steps++ ) {
		await step( shop, run.id );
	}
	expect( ( await current( shop ) ).run ).toMatchObject( {
		status: 'succeeded',
		read_plan: { kind: 'whole' },
	} );
	expect( await stockOf( session, 'Q-1' ) ).toBe( 4 );
} );
