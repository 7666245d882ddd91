/** Tests the test call of the shop to its own webhook URL: the result is explained, with what to do. */
import { phpFile } from '../../support/php-file';
import { webhookTrialSchema } from '../../../src-admin/contract';
import { call, openSession, save } from '../support/session';
import type { Session } from '../support/session';

/**
 * Gives the shop a public name, and answers the test call as an option says. Without the option the call is
 * really sent.
 */
const ANSWERS = phpFile( __dirname, 'webhook-trial-answers.php' );

let session: Session;
beforeAll( async () => {
	session = await openSession( { offers: [] }, { mu: { answers: ANSWERS } } );
} );
afterAll( () => session.stop() );

const given = ( name: string, value: unknown ) =>
	session.shop.php(
		`return update_option( '${ name }', json_decode( base64_decode( '${ Buffer.from(
			JSON.stringify( value )
		).toString( 'base64' ) }' ), true ), false );`
	);

async function trial( answer: unknown, url = 'https://shop.ua' ) {
	await given( 'public_url', url );
	await given( 'trial_answer', answer );
	return webhookTrialSchema.parse(
		await call( session.shop, 'POST', '/webhook-test' )
	);
}

const OURS = { status: 200, body: '{"received":"test"}' };

it.each( [
	[ 'reached', OURS ],
	[ 'intercepted', { status: 200, body: '<html>Are you a robot?</html>' } ],
	[ 'intercepted', { status: 200, body: '{"received":"stock"}' } ],
	[ 'intercepted', { status: 202, body: '' } ],
	[
		'redirected',
		{ status: 301, headers: { location: 'https://www.shop.ua/x' } },
	],
	[
		'password',
		{ status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' } },
	],
	[ 'login', { status: 401, body: '{"code":"rest_not_logged_in"}' } ],
	[ 'login', { status: 403, body: '{"code":"rest_forbidden"}' } ],
	[
		'firewall',
		{ status: 403, body: '<html>', headers: { server: 'cloudflare' } },
	],
	[ 'firewall', { status: 429, body: '' } ],
	[ 'firewall', { status: 406, body: '' } ],
	[ 'firewall', { status: 503, body: '<html>' } ],
	[
		'not_found',
		{ status: 404, body: '{"code":"keycrm_stock_webhook_not_found"}' },
	],
	[ 'not_found', { status: 404, body: '<html>' } ],
	[ 'failed', { status: 500, body: '' } ],
	[
		'failed',
		{ status: 503, body: '{"code":"keycrm_stock_tables_missing"}' },
	],
	[ 'timeout', { error: 'cURL error 28: Operation timed out' } ],
	[ 'certificate', { error: 'cURL error 60: SSL certificate problem' } ],
	[ 'unknown_host', { error: 'cURL error 6: Could not resolve host' } ],
	[ 'unreachable', { error: 'cURL error 7: Failed to connect' } ],
	[
		'blocked',
		{
			code: 'http_request_not_executed',
			error: 'User has blocked requests',
		},
	],
] )( '%s: %j', async ( code, answer ) => {
	const result = await trial( answer );
	expect( result ).toMatchObject( { code, ok: code === 'reached' } );
	expect( result.hint === '' ).toBe( code === 'reached' );
	expect( result.message ).not.toBe( '' );
} );

it( 'names the error that occurred', async () => {
	expect(
		await trial( {
			status: 301,
			headers: { location: 'https://www.shop.ua/x' },
		} )
	).toMatchObject( { message: expect.stringContaining( 'www.shop.ua' ) } );
	expect(
		await trial( {
			status: 403,
			body: '<html>',
			headers: { server: 'cloudflare' },
		} )
	).toMatchObject( {
		message: expect.stringContaining( '403' ),
		details: 'HTTP 403\nServer: cloudflare',
	} );
} );

it.each( [
	'http://localhost:8080',
	'http://127.0.0.1',
	'http://192.168.1.20',
	'http://[::1]',
	'https://shop.local',
	'https://shop.test',
	'https://intranet',
] )( '%s cannot be reached from outside', async ( url ) => {
	expect( await trial( OURS, url ) ).toMatchObject( {
		code: 'private',
		ok: false,
	} );
} );

it.each( [ 'https://shop.ua', 'http://8.8.8.8', 'https://магазин.укр' ] )(
	'%s can be reached',
	async ( url ) => {
		expect( await trial( OURS, url ) ).toMatchObject( { code: 'reached' } );
	}
);

it( 'is called as KeyCRM calls it: no cookies, no login, no redirects', async () => {
	await trial( OURS );
	expect(
		await session.shop.php( `return get_option( 'trial_request' );` )
	).toMatchObject( {
		url: expect.stringMatching(
			/^https:\/\/shop\.ua\/wp-json\/keycrm-stock\/v1\/webhook\/\w{40}$/
		),
		method: 'POST',
		redirection: 0,
		sslverify: true,
		cookies: [],
		body: '{"event":"stock-sync-for-keycrm.test"}',
	} );
} );

it( 'is not called while it is disabled', async () => {
	await save( session.shop, { webhook: { enabled: false } } );
	await session.shop.php( `delete_option( 'trial_request' ); return true;` );
	expect( await trial( OURS ) ).toMatchObject( { code: 'off', ok: false } );
	expect(
		await session.shop.php( `return get_option( 'trial_request' );` )
	).toBe( false );
	await save( session.shop, { webhook: { enabled: true } } );
} );

const inNative = process.env[ 'TEST_WORLD' ] === 'native' ? it : it.skip;
// php-wasm answers one request at a time, so a shop cannot call itself there.
inNative( 'really arrives, and stores nothing', async () => {
	const { shop } = session;
	expect( await trial( null, '' ) ).toMatchObject( { code: 'private' } );
	expect( await call( shop, 'GET', '/webhook' ) ).toMatchObject( {
		received: [],
	} );
	await call( shop, 'POST', '/webhook-token' );
	expect( await trial( null, '' ) ).toMatchObject( { code: 'private' } );
	expect( shop.log() ).not.toMatch( /PHP (Warning|Notice|Fatal)/ );
} );
