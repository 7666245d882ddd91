import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import { failuresWithKey, HARMLESS } from '../../support/keycrm-failures';
import type { Fault, KeyCrmServer } from '../../support/keycrm-server';
import { startKeyCrm } from '../../support/keycrm-server';
import type { Shop } from '../../support/worlds/shop';
import { openShop } from '../../support/worlds/shop';

const KEY = 'kEy-9f31-very-secret';
const FAILURES = failuresWithKey( KEY );

const answerSchema = z.object( {
	total: z.optional( z.int() ),
	last_page: z.optional( z.int() ),
	code: z.optional( z.string() ),
	sentences: z.optional( z.string() ),
	retry: z.optional( z.nullable( z.int() ) ),
	/** Everything in the exception, with the arguments in its trace. */
	everything: z.optional( z.string() ),
} );
type Answer = z.infer< typeof answerSchema >;

let shop: Shop;
let keycrm: KeyCrmServer;
beforeAll( async () => {
	keycrm = await startKeyCrm( {
		key: KEY,
		behaviour: { limit_per_minute: null },
		catalogue: {
			offers: Array.from( { length: 120 }, ( _, n ) => ( {
				sku: `S-${ n }`,
				quantity: n,
			} ) ),
		},
	} );
	shop = await openShop();
} );
afterAll( async () => {
	await shop.stop();
	await keycrm.stop();
} );

/** Requests page 1 of each address in one PHP process. The plugin's own time limit is 20 s. */
async function read(
	urls: readonly string[],
	{ key = KEY, seconds = 4 } = {}
): Promise< Answer[] > {
	const answers = await shop.php(
		phpFile( __dirname, 'keycrm-client-read.php', { urls, key, seconds } )
	);
	return z.array( answerSchema ).parse( answers );
}

/** Reads once under each of the faults, in their order. */
async function readThrough( faults: readonly Fault[] ): Promise< Answer[] > {
	faults.forEach( ( fault, place ) =>
		keycrm.faults.add( fault, { after: place, next: 1 } )
	);
	keycrm.world.log.clear();
	const answers = await read( faults.map( () => keycrm.url ) );
	keycrm.faults.clear();
	return answers;
}

describe( 'a bad answer', () => {
	let answers: readonly Answer[] = [];

	beforeAll( async () => {
		answers = await readThrough( FAILURES.map( ( { fault } ) => fault ) );
	} );

	it.each( FAILURES.map( ( failure, place ) => ( { ...failure, place } ) ) )(
		'$code: $name',
		( { code, says, retry, place } ) => {
			const answer = answers[ place ];
			expect( answer ).toMatchObject( { code, retry } );
			expect( answer?.sentences ).toMatch( says );
			expect( answer?.sentences ).toContain(
				'Stock in the shop stays as it was.'
			);
			expect( answer?.everything ).toContain( code );
			expect( answer?.everything ).not.toContain( KEY );
		}
	);

	it( 'takes one request each, and a redirect is not followed', () => {
		expect( keycrm.world.log.entries() ).toHaveLength( FAILURES.length );
	} );
} );

it( 'an unusual but valid answer is read', async () => {
	expect( await readThrough( Object.values( HARMLESS ) ) ).toEqual(
		Object.values( HARMLESS ).map( () => ( { total: 120, last_page: 3 } ) )
	);
} );

it( 'an answer that is far too large is not read', async () => {
	keycrm.faults.add( { kind: 'oversized', bytes: 4_300_000 }, { next: 1 } );
	// php-wasm takes some seconds for a megabyte.
	const [ answer ] = await read( [ keycrm.url ], { seconds: 90 } );
	expect( answer ).toMatchObject( { code: 'too_large', retry: null } );
	expect( answer?.sentences ).toContain( 'far larger' );
} );

it( 'a failed connection is reported with its cause', async () => {
	const causes: Record< string, string > = {
		[ keycrm.refused_url ]: 'network',
		[ keycrm.broken_tls_url ]: 'tls',
	};
	// php-wasm resolves every host name, so retry-policy.test.ts covers this case there.
	if ( shop.world.kind === 'native' ) {
		causes[ 'https://no-such-host.invalid/v1' ] = 'dns';
	}
	const answers = await read( Object.keys( causes ) );
	expect( answers.map( ( { code } ) => code ) ).toEqual(
		Object.values( causes )
	);
} );

it( 'a wrong key is explained, and without a key nothing is sent', async () => {
	keycrm.world.log.clear();
	const [ wrong ] = await read( [ keycrm.url ], { key: 'wrong-key' } );
	const [ none ] = await read( [ keycrm.url ], { key: '' } );
	expect( wrong?.code ).toBe( 'unauthorized' );
	expect( none?.code ).toBe( 'no_key' );
	expect( none?.sentences ).toContain( 'Copy the key from KeyCRM' );
	expect( keycrm.world.log.entries() ).toHaveLength( 1 );
} );

it( 'a request names the plugin, and asks for JSON', async () => {
	keycrm.world.log.clear();
	await read( [ `${ keycrm.url }/` ] );
	const [ request ] = keycrm.world.log.entries();
	expect( request ).toMatchObject( {
		method: 'GET',
		endpoint: 'GET /offers/stocks',
		query: { limit: '50', page: '1', 'filter[details]': 'true' },
		headers: {
			accept: 'application/json',
			authorization: 'matched',
		},
	} );
	expect( request?.headers[ 'user-agent' ] ).toMatch(
		/^stock-sync-for-keycrm\/\d+\.\d+/
	);
} );

it( 'a write is sent as JSON, and repeated only when KeyCRM has surely not carried it out', async () => {
	const faults: readonly Fault[] = [
		{ kind: 'hang' },
		{ kind: 'status', status: 500 },
		{ kind: 'body', change: 'html' },
		{ kind: 'rate_limited' },
	];
	const body = { warehouse_id: 1, stocks: [ { sku: 'S-7', quantity: 9 } ] };
	const write = async ( may_be_repeated: boolean ): Promise< unknown > => {
		faults.forEach( ( fault, place ) =>
			keycrm.faults.add( fault, { after: place, next: 1 } )
		);
		keycrm.world.log.clear();
		const pauses = await shop.php(
			phpFile( __dirname, 'keycrm-client-write.php', {
				url: keycrm.url,
				key: KEY,
				body,
				may_be_repeated,
			} )
		);
		keycrm.faults.clear();
		return pauses;
	};
	expect( await write( true ) ).toEqual( [ 2000, 2000, 2000, 60_000, true ] );
	expect( await write( false ) ).toEqual( [
		null,
		null,
		null,
		60_000,
		true,
	] );
	const sent = keycrm.world.log.entries();
	expect( sent ).toHaveLength( faults.length + 1 );
	expect( sent.at( -1 ) ).toMatchObject( {
		endpoint: 'PUT /offers/stocks',
		query: {},
		headers: {
			accept: 'application/json',
			'content-type': 'application/json',
		},
		status: 202,
	} );
	expect( JSON.parse( sent.at( -1 )?.body ?? '' ) ).toEqual( body );
} );
