/** Tests endless, huge and compressed answers: none of them exhausts the server's memory or time. */
import * as z from 'zod/mini';
import type { Fault } from '../../support/keycrm-server';
import { bulkFill } from '../../support/fill/bulk-fill';
import { call, openSession, startRun, step, sync } from '../support/session';
import type { Session } from '../support/session';
import { stockOf } from '../support/shops/small-shop';

const NATIVE = process.env[ 'TEST_WORLD' ] === 'native';

/** php-wasm takes seconds for some kilobytes, so an endless answer times out there. */
const AT_ONCE = NATIVE ? 8 : 25;
const codes = ( code: string ) => ( NATIVE ? [ code ] : [ code, 'timeout' ] );

let session: Session;

/** Makes WordPress use sockets, as on servers without curl, while a file exists. */
const SOCKETS = `<?php
add_action( 'requests-requests.before_request', static function ( $url, $headers, $data, $type, &$options ) {
	if ( file_exists( WP_CONTENT_DIR . '/sockets.txt' ) ) {
		$options['transport'] = 'WpOrg\\\\Requests\\\\Transport\\\\Fsockopen';
	}
}, 5, 5 );
`;

/** Gives PHP as little memory as cheap hosting does, so that a process that takes more ends here too. */
const LITTLE_MEMORY = `<?php
ini_set( 'memory_limit', '192M' );
`;

beforeAll( async () => {
	session = await openSession(
		{ offers: [ { sku: 'A', quantity: 7 } ] },
		{ mu: { memory: LITTLE_MEMORY, sockets: SOCKETS } }
	);
	await bulkFill( session.shop, [
		{ sku: 'A', name: 'A', price: 1, stock: 1, type: 'simple', parent: -1 },
	] );
} );
afterAll( () => session.stop() );
beforeEach( () => session.keycrm.faults.clear() );

const connectionSchema = z.object( {
	ok: z.boolean(),
	code: z.string(),
	message: z.string(),
} );

async function testConnection() {
	const begin = performance.now();
	const answer = await call( session.shop, 'POST', '/connection', {} );
	return {
		...connectionSchema.parse( answer ),
		seconds: ( performance.now() - begin ) / 1000,
	};
}

const UNPACKED = 600 * 1024 * 1024;

const BOMB: Fault = { kind: 'compressed', unpacked_bytes: UNPACKED };

const MUCH: [ string, Fault, string, RegExp ][] = [
	[ 'that unpacks to far more', BOMB, 'compressed', /came compressed/ ],
	[
		'compressed twice, announced once',
		{ ...BOMB, times: 2 },
		'compressed',
		/came compressed/,
	],
	[
		'compressed, and said to be plain',
		{ ...BOMB, encoding: 'identity' },
		'not_json',
		/not with stock numbers/,
	],
	[
		'whose headers never end',
		{ kind: 'endless', part: 'headers' },
		'too_large',
		/far larger/,
	],
	[
		'whose body never ends',
		{ kind: 'endless', part: 'body' },
		'too_large',
		/far larger/,
	],
];

describe.each( MUCH )( 'an answer %s', ( _, fault, code, says ) => {
	it( 'is stopped at once, with a fitting error', async () => {
		session.keycrm.faults.add( fault );
		const { seconds, ...answer } = await testConnection();
		expect( answer.ok ).toBe( false );
		expect( codes( code ) ).toContain( answer.code );
		if ( answer.code === code ) {
			expect( answer.message ).toMatch( says );
		}
		expect( seconds ).toBeLessThan( AT_ONCE );
	} );

	it( 'ends a sync, and changes nothing', async () => {
		session.keycrm.faults.add( fault );
		const run = await sync( session.shop );
		expect( run.status ).toBe( 'failed' );
		expect( codes( code ) ).toContain( run.error?.code );
		expect( await stockOf( session, 'A' ) ).toBe( 1 );
	}, 200_000 );
} );

/** The plugin allows 15 s for a whole answer; the rest is slack. */
const SLOW: [ string, Fault ][] = [
	[ 'headers that trickle in', { kind: 'trickling_headers', every_ms: 300 } ],
	[ 'a body that trickles in', { kind: 'trickle', bytes: 1, every_ms: 300 } ],
	[ 'no answer', { kind: 'hang' } ],
];

it.each( SLOW )(
	'%s: the sync waits and tries again',
	async ( _, fault ) => {
		const { shop, keycrm } = session;
		keycrm.faults.add( fault, { next: 1 } );
		const { id } = await startRun( shop, 'sync' );
		const begin = performance.now();
		const run = await step( shop, id );
		expect( run ).toMatchObject( { status: 'waiting', error: null } );
		expect( ( performance.now() - begin ) / 1000 ).toBeLessThan(
			NATIVE ? 19 : 30
		);
		await call( shop, 'DELETE', `/runs/${ id }` );
	},
	60_000
);

describe( 'without curl', () => {
	const file = ( there: boolean ) =>
		session.shop.php(
			`$file = WP_CONTENT_DIR . '/sockets.txt'; return ${
				there ? `touch( $file )` : `unlink( $file )`
			};`
		);
	beforeAll( () => file( true ) );
	afterAll( () => file( false ) );

	// WordPress fires no hook while headers arrive over sockets, so their size has no limit there.
	it.each( MUCH.filter( ( [ name ] ) => ! name.includes( 'headers' ) ) )(
		'an answer %s is stopped at once',
		async ( _, fault, code ) => {
			session.keycrm.faults.add( fault );
			const { seconds, ...answer } = await testConnection();
			expect( answer ).toMatchObject( { ok: false, code } );
			expect( seconds ).toBeLessThan( AT_ONCE );
		}
	);

	it( 'an answer that trickles in is stopped after 15 s', async () => {
		session.keycrm.faults.add( {
			kind: 'trickle',
			bytes: 1,
			every_ms: 300,
		} );
		const { seconds, code } = await testConnection();
		expect( code ).toBe( 'timeout' );
		expect( seconds ).toBeLessThan( NATIVE ? 19 : 30 );
	}, 60_000 );

	it( 'a good answer is read', async () => {
		expect( await testConnection() ).toMatchObject( { ok: true } );
	} );
} );

it( 'asks for no compression, and rejects an answer that is compressed anyway', async () => {
	const { keycrm } = session;
	keycrm.log.clear();
	keycrm.faults.add( { kind: 'compressed' }, { next: 1 } );
	expect( ( await testConnection() ).code ).toBe( 'compressed' );
	expect( keycrm.log.entries()[ 0 ]?.headers ).toMatchObject( {
		'accept-encoding': 'identity',
	} );
} );

it( 'recognises a compressed refusal by its status', async () => {
	const { keycrm } = session;
	keycrm.faults.add( { kind: 'compressed' } );
	keycrm.faults.add( { kind: 'status', status: 401 } );
	expect( ( await testConnection() ).code ).toBe( 'unauthorized' );
} );

it( 'puts the chunks of an answer together only once', async () => {
	session.keycrm.faults.add( { kind: 'chunked_twice', bytes: 3_000_000 } );
	const { seconds, code } = await testConnection();
	expect( code ).toBe( 'not_json' );
	expect( seconds ).toBeLessThan( AT_ONCE );
} );

it( 'syncs again as soon as KeyCRM answers properly', async () => {
	expect( ( await sync( session.shop ) ).status ).toBe( 'succeeded' );
	expect( await stockOf( session, 'A' ) ).toBe( 7 );
} );
