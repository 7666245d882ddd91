import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import { phpValue } from '../../support/php-value';
import { TRANSPORT } from '../../support/transport-table';
import type { Shop } from '../../support/worlds/shop';
import { openShop } from '../../support/worlds/shop';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const SHORT_PAUSES = [ 2000, 5000, 15_000, 30_000, 60_000, null, null ];
const NEVER = [ null ];

/** Kind, Retry-After in milliseconds, and the pauses after the 1st, 2nd … failure in a row. */
const PAUSES: readonly ( readonly [
	string,
	number | null,
	readonly ( number | null )[],
] )[] = [
	[ 'network', null, SHORT_PAUSES ],
	[ 'dns', null, SHORT_PAUSES ],
	[ 'timeout', null, SHORT_PAUSES ],
	[ 'server', null, SHORT_PAUSES ],
	[ 'not_json', null, SHORT_PAUSES ],
	[ 'redirected', null, SHORT_PAUSES ],
	[ 'server', 10_000, [ 10_000, 10_000, 15_000, 30_000, 60_000, null ] ],
	[ 'server', 86_400_000, [ QUARTER, QUARTER ] ],
	[ 'tls', null, NEVER ],
	[ 'blocked', null, NEVER ],
	[ 'no_key', null, NEVER ],
	[ 'unauthorized', null, NEVER ],
	[ 'payment', null, NEVER ],
	[ 'forbidden', null, NEVER ],
	[ 'not_found', null, NEVER ],
	[ 'refused', null, NEVER ],
	[ 'refused', 5000, NEVER ],
	[ 'too_large', null, NEVER ],
	[ 'unasked', null, NEVER ],
	[
		'rate_limited',
		null,
		[ ...Array< number >( 10 ).fill( MINUTE ), null, null ],
	],
	[
		'rate_limited',
		86_400_000,
		[ ...Array< number >( 10 ).fill( QUARTER ), null ],
	],
	[
		'rate_limited',
		5 * MINUTE,
		[ ...Array< number >( 10 ).fill( 5 * MINUTE ), null ],
	],
	// Each time a short Retry-After proves wrong, the plugin waits longer.
	[
		'rate_limited',
		1000,
		[
			1000,
			2000,
			4000,
			8000,
			16_000,
			32_000,
			MINUTE,
			MINUTE,
			MINUTE,
			MINUTE,
			null,
		],
	],
];

/** Retry-After and Date as received, and the resulting milliseconds. */
const HEADERS: readonly ( readonly [ string, string, number | null ] )[] = [
	[ '', '', null ],
	[ '7', '', 7000 ],
	[ ' 7 ', '', 7000 ],
	[ '0.2', '', 1000 ],
	[ '0', '', null ],
	[ '-5', '', null ],
	[ 'soon', '', null ],
	[ 'Soon', '', null ],
	[ '1e9', '', null ],
	[ '99999999999999999999', '', 86_400_000 ],
	[
		'Wed, 21 Oct 2026 07:28:30 GMT',
		'Wed, 21 Oct 2026 07:28:00 GMT',
		30_000,
	],
	[
		'Wednesday, 21-Oct-26 07:28:30 GMT',
		'Wed, 21 Oct 2026 07:28:00 GMT',
		30_000,
	],
	[ 'Wed, 21 Oct 2026 07:27:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT', null ],
	[
		'Wed, 21 Oct 2099 07:27:00 GMT',
		'Wed, 21 Oct 2026 07:28:00 GMT',
		86_400_000,
	],
	[ 'Wed, 21 Oct 2015 07:28:00 GMT', '', null ],
	[ 'Wed, 21 Oct 2015 07:28:00 GMT', 'no date', null ],
];

let shop: Shop;
beforeAll( async () => {
	shop = await openShop();
} );
afterAll( () => shop.stop() );

it( 'each kind of failure has its own pauses', async () => {
	expect(
		await shop.php(
			phpFile( __dirname, 'retry-policy-pauses.php', { cases: PAUSES } )
		)
	).toEqual( PAUSES.map( ( [ , , pauses ] ) => pauses ) );
} );

it( 'Retry-After is read as seconds and as a date', async () => {
	expect(
		await shop.php( `
			return array_map(
				static fn ( array $case ): ?int => KeyCrmStock\\KeyCrm\\Client\\RetryAfter::to_ms( $case[0], $case[1] ),
				${ phpValue( HEADERS ) }
			);
		` )
	).toEqual( HEADERS.map( ( [ , , wait ] ) => wait ) );
} );

it( 'failures without an answer are told apart by WordPress’s message', async () => {
	const answer = await shop.php( `
		return array_map(
			static fn ( array $case ): string => KeyCrmStock\\KeyCrm\\Client\\TransportFailure::kind( new WP_Error( $case[0], $case[1] ) )->value,
			${ phpValue( TRANSPORT ) }
		);
	` );
	const kinds = z.array( z.string() ).parse( answer );
	expect(
		TRANSPORT.map( ( [ , text ], place ) => [ text, kinds[ place ] ] )
	).toEqual( TRANSPORT.map( ( [ , text, kind ] ) => [ text, kind ] ) );
} );

it( 'every kind has its own sentences that say what to do', async () => {
	const answer = await shop.php( `
		return array_map(
			static function ( KeyCrmStock\\KeyCrm\\Client\\ErrorKind $kind ): string {
				$text = KeyCrmStock\\Text\\Run\\RunErrorText::to_array( KeyCrmStock\\KeyCrm\\Client\\ApiException::transport( $kind, 'details' )->to_run_error() );
				return strlen( $text['hint'] ) > 40 && 'details' === $text['details'] && $kind->value === $text['code'] ? $text['message'] : '';
			},
			KeyCrmStock\\KeyCrm\\Client\\ErrorKind::cases()
		);
	` );
	const sentences = z.array( z.string() ).parse( answer );
	expect( sentences ).not.toContain( '' );
	expect( new Set( sentences ).size ).toBe( sentences.length );
	expect( sentences.length ).toBeGreaterThan( 15 );
} );
