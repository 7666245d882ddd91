import * as z from 'zod/mini';
import { EXPLAINED, KEY, MENDED } from '../../support/api-key-table';
import { phpValue } from '../../support/php-value';
import type { Shop } from '../../support/worlds/shop';
import { openShop } from '../../support/worlds/shop';

const OPTIONS = `new KeyCrmStock\\Database\\Options( new KeyCrmStock\\Database\\Database( $GLOBALS['wpdb'] ) )`;
const STORE = `new KeyCrmStock\\Settings\\ApiKeyStore( ${ OPTIONS }, new KeyCrmStock\\Settings\\SiteAddress( ${ OPTIONS } ) )`;

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
		const pasted = [ ...MENDED, ...EXPLAINED ].map(
			( [ , text ] ) => text
		);
		const answers = await shop.php( `
			return array_map(
				static function ( string $pasted ): array {
					try {
						return array( 'key' => KeyCrmStock\\Settings\\ApiKeyInput::clean( $pasted ) );
					} catch ( KeyCrmStock\\Settings\\InvalidApiKey $error ) {
						return array( 'sentence' => $error->getMessage() );
					}
				},
				array_merge( ${ phpValue( pasted ) }, array( "ab\\xFFcd" ) )
			);
		` );
		cleaned = z.array( cleanedSchema ).parse( answers );
	} );

	it.each( MENDED.map( ( [ name ], place ) => ( { name, place } ) ) )(
		'is put right: $name',
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
	)( 'is explained: $name', ( { pasted, words, place } ) => {
		const sentence = cleaned[ MENDED.length + place ]?.sentence;
		words.forEach( ( word ) => expect( sentence ).toContain( word ) );
		if ( pasted.trim().length > 6 ) {
			expect( sentence ).not.toContain( pasted.trim() );
		}
	} );

	it( 'is explained: not valid text', () => {
		expect( cleaned.at( -1 )?.sentence ).toContain( 'damaged' );
	} );
} );

describe( 'the kept key', () => {
	it( 'is read back, and is nowhere in the database', async () => {
		const kept = await shop.php( `
			global $wpdb;
			$store = ${ STORE };
			$before = array( $store->get(), $store->source(), $store->hint(), $store->unreadable(), $store->problem() );
			$store->set( 'Bearer ${ KEY }' );
			$first = $wpdb->get_row( "SELECT option_value, autoload FROM {$wpdb->options} WHERE option_name = 'keycrm_stock_api_key'", ARRAY_A );
			$store->set( '${ KEY }' );
			$all    = $wpdb->get_col( "SELECT option_value FROM {$wpdb->options}" );
			$leaks  = array_filter( $all, static fn ( ?string $value ): bool => str_contains( (string) $value, '${ KEY }' ) || str_contains( (string) $value, base64_encode( '${ KEY }' ) ) );
			return array(
				'before'        => $before,
				'after'         => array( ( ${ STORE } )->get(), $store->source(), $store->hint(), $store->unreadable(), $store->problem() ),
				'leaks'         => count( $leaks ),
				'same_row'      => $first['option_value'] === get_option( 'keycrm_stock_api_key' ),
				'on_every_page' => array_key_exists( 'keycrm_stock_api_key', wp_load_alloptions( true ) ),
			);
		` );
		expect( kept ).toEqual( {
			before: [ '', 'none', '', false, '' ],
			after: [ KEY, 'option', '/w==', false, '' ],
			leaks: 0,
			// The same key twice gives two texts, so nobody can compare rows of two sites.
			same_row: false,
			on_every_page: false,
		} );
	} );

	it( 'is unreadable after the salts changed, and a new one can be entered', async () => {
		const moved = await shop.php( `
			$store = ${ STORE };
			$store->set( '${ KEY }' );
			$other_site = static fn ( string $salt ): string => 'other' . $salt;
			add_filter( 'salt', $other_site );
			$after = array( $store->get(), $store->source(), $store->hint(), $store->unreadable(), $store->problem() );
			$store->set( 'another-key' );
			$again = array( $store->get(), $store->source(), $store->unreadable() );
			remove_filter( 'salt', $other_site );
			return array( 'after' => $after, 'again' => $again, 'back' => $store->unreadable() );
		` );
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

	it( 'a sync that cannot read it does not say that there is none', async () => {
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

	it( 'is no key where the row is damaged, and is gone when forgotten', async () => {
		const seen = await shop.php( `
			$store = ${ STORE };
			$store->set( '${ KEY }' );
			$row  = get_option( 'keycrm_stock_api_key' );
			$seen = array();
			foreach ( array( substr( $row, 0, -4 ), strrev( $row ), 'v1:', 'v1:AAAA', '${ KEY }', array( 1 ), substr_replace( $row, 'AA', 20, 2 ) ) as $damaged ) {
				update_option( 'keycrm_stock_api_key', $damaged, false );
				$seen[] = $store->get() . $store->source() . $store->hint();
			}
			$store->forget();
			return array( $seen, $store->source(), $store->unreadable(), get_option( 'keycrm_stock_api_key' ) );
		` );
		expect( seen ).toEqual( [
			Array( 7 ).fill( 'none' ),
			'none',
			false,
			false,
		] );
	} );

	it( 'gives no hint where 4 characters would be half of it', async () => {
		expect(
			await shop.php(
				`$store = ${ STORE }; $store->set( 'abc1234' ); return array( $store->get(), $store->hint() );`
			)
		).toEqual( [ 'abc1234', '' ] );
	} );
} );

describe( 'the key of wp-config.php', () => {
	const given = ( constant: string ) =>
		shop.php( `
			( ${ STORE } )->set( 'saved-before' );
			define( 'KEYCRM_STOCK_API_KEY', ${ phpValue( constant ) } );
			$store = ${ STORE };
			try {
				$store->set( 'from-the-screen' );
				$refusal = '';
			} catch ( KeyCrmStock\\Settings\\InvalidApiKey $error ) {
				$refusal = $error->getMessage();
			}
			return array( $store->get(), $store->source(), $store->hint(), $store->problem(), $refusal );
		` );

	it( 'wins, is cleaned too, and cannot be changed from the screen', async () => {
		expect( await given( ` Bearer ${ KEY } ` ) ).toEqual( [
			KEY,
			'constant',
			'/w==',
			'',
			expect.stringContaining( 'KEYCRM_STOCK_API_KEY' ),
		] );
	} );

	it( 'is explained where it cannot be a key', async () => {
		expect( await given( 'secretа1' ) ).toEqual( [
			'',
			'constant',
			'',
			expect.stringMatching( /KEYCRM_STOCK_API_KEY.*“а” at position 7/ ),
			expect.any( String ),
		] );
	} );

	it( 'does not count while it is empty', async () => {
		expect( await given( '  ' ) ).toEqual( [
			'from-the-screen',
			'option',
			'reen',
			'',
			'',
		] );
	} );
} );
