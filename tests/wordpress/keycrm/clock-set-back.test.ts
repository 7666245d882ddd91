/** Tests a server clock that was three hours ahead and is set right, so that stored times lie in the future. */
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

it( 'goes on at once, and uses KeyCRM’s present numbers', async () => {
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
	// The usual driver would shorten a long wait, so the steps are called here.
	for ( let steps = 0; steps < 10; steps++ ) {
		await step( shop, run.id );
	}
	expect( ( await current( shop ) ).run ).toMatchObject( {
		status: 'succeeded',
		read_plan: { kind: 'whole' },
	} );
	expect( await stockOf( session, 'Q-1' ) ).toBe( 4 );
} );
