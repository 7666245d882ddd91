/** Tests a mailer that refuses, throws or ends the request: the e-mail is not lost, and Site Health reports it. */
import { phpFile } from '../../support/php-file';
import {
	inKeyCrm,
	takeEmails,
	openMailShop,
} from '../support/recorders/mail-catcher';
import { call, startRun, step, sync } from '../support/session';
import type { Session } from '../support/session';
import { siteHealth } from '../support/site-health';

/** Runs before the mail catcher, and makes each e-mail fail as the option says. */
const MAILER = phpFile( __dirname, 'mail-refused-mailer.php' );

let session: Session;

beforeAll( async () => {
	session = await openMailShop( { mailer: MAILER } );
} );
afterAll( () => session.stop() );

/** Starts without unsent e-mails, and with a mailer that behaves as given. */
async function begin( mailer: string ): Promise< void > {
	await mailerThat( 'works' );
	inKeyCrm( session, 10 );
	await sync( session.shop );
	await takeEmails( session.shop );
	await mailerThat( mailer );
	inKeyCrm( session, 0 );
}

const mailerThat = ( behaves: string ) =>
	session.shop.php( `return update_option( 'mailer', '${ behaves }' );` );

/** Returns the text of Site Health as HTML. */
const about = async () =>
	( await siteHealth( session.shop, 'sync' ) )?.description ?? '';

it.each( [
	[ 'refuses', 'SMTP connect() failed.' ],
	[ 'throws', 'The mailer has no token.' ],
] )(
	'that %s: the run ends as usual, and the next check sends the e-mail',
	async ( mailer, words ) => {
		await begin( mailer );
		expect( ( await sync( session.shop ) ).status ).toBe(
			'needs_confirmation'
		);
		expect( await takeEmails( session.shop ) ).toEqual( [] );
		expect( await about() ).toContain( words );
		expect( await about() ).toContain(
			'Check that the site can send e-mail'
		);

		await mailerThat( 'works' );
		await session.shop.php(
			`do_action( 'keycrm_stock_daily' ); return true;`
		);
		const sent = await takeEmails( session.shop );
		expect( sent ).toHaveLength( 1 );
		expect( sent[ 0 ]?.subject ).toContain( '40 products would become 0' );
		expect( await about() ).not.toContain( words );
		// It is sent only once.
		await session.shop.php(
			`do_action( 'keycrm_stock_daily' ); return true;`
		);
		expect( await takeEmails( session.shop ) ).toEqual( [] );
	}
);

it( 'that ends the request: the e-mail is sent when the dead worker’s claim has expired', async () => {
	await begin( 'exits' );
	const { shop } = session;
	const run = await startRun( shop, 'sync' );
	// The step whose answer is cut off is the one that ends the run.
	for ( let steps = 0; steps < 20; steps++ ) {
		try {
			await step( shop, run.id );
		} catch {
			break;
		}
	}
	expect( await call( shop, 'GET', `/runs/${ run.id }` ) ).toMatchObject( {
		status: 'needs_confirmation',
	} );
	await mailerThat( 'works' );
	const look = `do_action( 'keycrm_stock_daily' ); return true;`;
	await shop.php( look );
	expect( await takeEmails( shop ) ).toEqual( [] );
	await shop.php( `
		global $wpdb;
		$state = json_decode( $wpdb->get_var( "SELECT option_value FROM $wpdb->options WHERE option_name = 'keycrm_stock_told'" ), true );
		$state['stopped_claimed_until'] -= 120001;
		return $wpdb->update( $wpdb->options, array( 'option_value' => wp_json_encode( $state ) ), array( 'option_name' => 'keycrm_stock_told' ) );
	` );
	await shop.php( look );
	expect( await takeEmails( shop ) ).toHaveLength( 1 );
} );

it( 'two checks at the same moment send one e-mail', async () => {
	await begin( 'works' );
	const { shop } = session;
	await mailerThat( 'refuses' );
	await sync( shop );
	await mailerThat( 'works' );
	await Promise.all(
		Array.from( { length: 4 }, () =>
			shop.php( `do_action( 'keycrm_stock_daily' ); return true;` )
		)
	);
	expect( await takeEmails( shop ) ).toHaveLength( 1 );
} );
