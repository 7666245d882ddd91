import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import { EXPLAINED, KEY, CLEANED } from '../../support/api-key-table';
import type { Shop } from '../../support/worlds/shop';
import { openShop } from '../../support/worlds/shop';

const OPTIONS = `new KeyCrmStock\\Database\\Options( new KeyCrmStock\\Database\\Database( $GLOBALS['wpdb'] ) )`;
const STORE = `new KeyCrmStock\\Settings\\ApiKeyStore( ${ OPTIONS }, new KeyCrmStock\\Settings\\SiteAddress( ${ OPTIONS } ) )`;
const NEW_STORE = `$new_store = static fn () => ${ STORE };
`;

let shop: Shop;
beforeAll( async () => {
	shop = await openShop();
} );
afterAll( () => shop.stop() );

const cleanedSchema = z.object( {
	key: z.optional( z.string() ),
	sentence: z.optional( z.string() ),
} );

describe( 'a pasted key', () => {
	let cleaned: readonly z.infer< typeof cleanedSchema >[] = [];

	beforeAll( async () => {
		const pasted = [ ...CLEANED, ...EXPLAINED ].map(
			( [ , text ] ) => text
		);
		const answers = await shop.php(
			phpFile( __dirname, 'api-key-pasted.php', { pasted } )
		);
		cleaned = z.array( cleanedSchema ).parse( answers );
	} );

	it.each( CLEANED.map( ( [ name ], place ) => ( { name, place } ) ) )(
		'is corrected: $name',
		( { place } ) => {
			expect( cleaned[ place ] ).toEqual( { key: KEY } );
		}
	);

	it.each(
		EXPLAINED.map( ( [ name, pasted, words ], place ) => ( {
			name,
			pasted,
			words,
			place,
		} ) )
	)(
		'is refused with an explanation: $name',
		( { pasted, words, place } ) => {
			const sentence = cleaned[ CLEANED.length + place ]?.sentence;
			words.forEach( ( word ) => expect( sentence ).toContain( word ) );
			if ( pasted.trim().length > 6 ) {
				expect( sentence ).not.toContain( pasted.trim() );
			}
		}
	);

	it( 'is refused with an explanation: not valid text', () => {
		expect( cleaned.at( -1 )?.sentence ).toContain( 'damaged' );
	} );
} );

describe( 'the stored key', () => {
	it( 'is read back, and appears nowhere in the database', async () => {
		const kept = await shop.php(
			NEW_STORE + phpFile( __dirname, 'api-key-kept.php', { key: KEY } )
		);
		expect( kept ).toEqual( {
			before: [ '', 'none', '', false, '' ],
			after: [ KEY, 'option', '/w==', false, '' ],
			leaks: 0,
			// The same key gives two different texts, so rows of two sites cannot be compared.
			same_row: false,
			on_every_page: false,
		} );
	} );

	it( 'is unreadable after the salts have changed, and a new one can be entered', async () => {
		const moved = await shop.php(
			NEW_STORE + phpFile( __dirname, 'api-key-salts.php', { key: KEY } )
		);
		expect( moved ).toEqual( {
			after: [
				'',
				'none',
				'',
				true,
				expect.stringContaining( 'Enter the key again' ),
			],
			again: [ 'another-key', 'option', false ],
			back: true,
		} );
	} );

	it( 'a sync that cannot read the key does not say that there is none', async () => {
		await shop.php( `
			$other_site = static fn ( string $salt ): string => 'other' . $salt;
			add_filter( 'salt', $other_site );
			( ${ STORE } )->set( '${ KEY }' );
			return true;` );
		const { json } = await shop.request( '/wp-json/keycrm-stock/v1/runs', {
			method: 'POST',
			as: 'shop_manager',
			body: { mode: 'sync' },
		} );
		expect( json ).toMatchObject( {
			code: 'keycrm_stock_key_unreadable',
			message: expect.stringMatching(
				/can no longer be read.*enter it again/
			),
		} );
	} );

	it( 'is no key when the row is damaged, and is deleted when removed', async () => {
		const seen = await shop.php(
			NEW_STORE +
				phpFile( __dirname, 'api-key-damaged.php', { key: KEY } )
		);
		expect( seen ).toEqual( [
			Array( 7 ).fill( 'none' ),
			'none',
			false,
			false,
		] );
	} );

	it( 'shows no last characters when 4 characters would be half of the key', async () => {
		expect(
			await shop.php(
				`$store = ${ STORE }; $store->set( 'abc1234' ); return array( $store->get(), $store->hint() );`
			)
		).toEqual( [ 'abc1234', '' ] );
	} );
} );

describe( 'the key in wp-config.php', () => {
	const given = ( constant: string ) =>
		shop.php(
			NEW_STORE +
				phpFile( __dirname, 'api-key-constant.php', { constant } )
		);

	it( 'overrides the stored key, is cleaned too, and cannot be changed on the screen', async () => {
		expect( await given( ` Bearer ${ KEY } ` ) ).toEqual( [
			KEY,
			'constant',
			'/w==',
			'',
			expect.stringContaining( 'KEYCRM_STOCK_API_KEY' ),
		] );
	} );

	it( 'is refused with an explanation when it cannot be a key', async () => {
		expect( await given( 'secretа1' ) ).toEqual( [
			'',
			'constant',
			'',
			expect.stringMatching( /KEYCRM_STOCK_API_KEY.*“а” at position 7/ ),
			expect.any( String ),
		] );
	} );

	it( 'is ignored while it is empty', async () => {
		expect( await given( '  ' ) ).toEqual( [
			'from-the-screen',
			'option',
			'reen',
			'',
			'',
		] );
	} );
} );
