/** Tests KeyCRM's texts of any length and with any letters, with strict tables and tables of three bytes a letter. */
import { phpFile } from '../../support/php-file';
import {
	changeListSchema,
	warehousesSchema,
} from '../../../src-admin/contract';
import {
	OFFERS,
	openBadInput,
	SOLD,
	startAfresh,
} from '../support/faults/bad-input';
import { call, save, stockBySku, sync } from '../support/session';
import type { Session } from '../support/session';
import { sell } from '../support/shops/small-shop';

const NATIVE = process.env[ 'TEST_WORLD' ] === 'native';
const NAME = '📦 Склад 🏬';
const LONG = 'Довга назва '.repeat( 1000 );

/** A strict server, another plugin that refuses a write, and a record of the longest statement. */
const SURROUNDINGS = phpFile( __dirname, 'long-texts-plugin.php' );

let session: Session;

beforeAll( async () => {
	session = await openBadInput( { surroundings: SURROUNDINGS } );
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	session.keycrm.faults.clear();
	await startAfresh( session );
	await session.shop.php(
		`return delete_option( 'keycrm_stock_warehouses' );`
	);
} );

const names = async () =>
	warehousesSchema
		.parse( await call( session.shop, 'GET', '/warehouses' ) )
		.items.map( ( { name } ) => name );

function nameWarehouse( name: string, id = 1 ): void {
	const { catalogue } = session.keycrm.world;
	catalogue.warehouses.set( id, { id, name, is_active: true } );
}

describe( 'names of warehouses', () => {
	it( 'may hold letters that the options table cannot store', async () => {
		if ( NATIVE ) {
			await session.shop.sql(
				'ALTER TABLE wp_options CONVERT TO CHARACTER SET utf8mb3'
			);
		}
		nameWarehouse( NAME );
		expect( ( await sync( session.shop ) ).status ).toBe( 'succeeded' );
		expect( await names() ).toEqual( [ NAME ] );
		nameWarehouse( 'Another' );
		await sync( session.shop );
		expect( await names() ).toEqual( [ 'Another' ] );
	} );

	it( 'may be as long as a book', async () => {
		nameWarehouse( LONG );
		expect( ( await sync( session.shop ) ).counts.updated ).toBe( SOLD );
		const [ name = '' ] = await names();
		expect( LONG.startsWith( name.replace( /…$/, '' ) ) ).toBe( true );
		expect( name ).toMatch( /^Довга назва .*…$/ );
		expect( name.length ).toBeLessThanOrEqual( 100 );
	} );

	it( 'are kept when an older version has stored them', async () => {
		await session.shop.php(
			`return update_option( 'keycrm_stock_warehouses', array( array( 'id' => 9, 'name' => 'Old' ) ), false );`
		);
		expect( await names() ).toEqual( [ 'Old' ] );
		nameWarehouse( 'New' );
		await sync( session.shop );
		expect( await names() ).toEqual( [ 'New', 'Old' ] );
	} );
} );

describe( 'SKUs', () => {
	const LIMIT = 255;
	const sku = ( length: number ) => 'Ш'.repeat( length );

	it( 'match when they have 255 letters', async () => {
		session.keycrm.world.seed( {
			offers: [ { sku: sku( LIMIT ), quantity: 4 } ],
		} );
		const [ id ] = await sell( session, [ sku( LIMIT ) ] );
		expect( ( await sync( session.shop ) ).counts.not_in_keycrm ).toBe( 0 );
		expect( ( await stockBySku( session.shop ) ).get( sku( LIMIT ) ) ).toBe(
			4
		);
		await session.shop.php( `return wp_delete_post( ${ id }, true );` );
	} );

	it( 'match no other product when they are longer', async () => {
		session.keycrm.world.seed( {
			offers: [
				{ sku: sku( LIMIT + 1 ), quantity: 4 },
				{ sku: sku( 3000 ), quantity: 5 },
			],
		} );
		// Its first 255 letters equal this product's SKU.
		const [ id ] = await sell( session, [ sku( LIMIT ) ] );
		const run = await sync( session.shop );
		expect( run.status ).toBe( 'succeeded' );
		expect( run.counts ).toMatchObject( {
			failed: 0,
			duplicate_in_keycrm: 0,
			not_in_keycrm: 1,
			updated: SOLD,
		} );
		await session.shop.php( `return wp_delete_post( ${ id }, true );` );
	} );

	it( 'are reported as too long when they are long on both sides', async () => {
		session.keycrm.world.seed( {
			offers: [ { sku: sku( LIMIT + 1 ), quantity: 4 } ],
		} );
		const [ id ] = await sell( session, [ sku( LIMIT + 1 ) ] );
		const run = await sync( session.shop );
		expect( run.counts ).toMatchObject( { failed: 1, updated: SOLD } );
		const answer = await call(
			session.shop,
			'GET',
			`/runs/${ run.id }/changes?outcome=failed`
		);
		expect( JSON.stringify( answer ) ).toContain( 'Shorten the SKU' );
		await session.shop.php( `return wp_delete_post( ${ id }, true );` );
	} );
} );

describe.each( NATIVE ? [ false, true ] : [ false ] )(
	'texts in the log of changes (strict: %s)',
	( strict ) => {
		const refused = 'P-0';
		const set = ( name: string, value: string ) =>
			session.shop.php(
				`return update_option( '${ name }', '${ value }' );`
			);
		const logged = async ( outcome: string, run_id: number ) =>
			changeListSchema.parse(
				await call(
					session.shop,
					'GET',
					`/runs/${ run_id }/changes?outcome=${ outcome }&search=${ refused }&per_page=1`
				)
			).items[ 0 ];

		beforeEach( () => set( 'test_strict', strict ? '1' : '' ) );
		afterEach( async () => {
			await set( 'test_strict', '' );
			await set( 'test_refused', '' );
		} );

		it.each( [
			[ 'whole', Buffer.from( `💥 ${ LONG.slice( 0, 300 ).trim() }!` ) ],
			[ 'as long as a book', Buffer.from( LONG ) ],
			[ 'not UTF-8', Buffer.from( [ 0xcd, 0xb3, 0x20, 0x6e, 0x6f ] ) ],
		] )( 'quotes another plugin’s message: %s', async ( _, message ) => {
			await set( 'test_message', message.toString( 'base64' ) );
			await set( 'test_refused', refused );
			const run = await sync( session.shop );
			expect( run ).toMatchObject( { status: 'succeeded', error: null } );
			expect( run.counts ).toMatchObject( {
				failed: 1,
				updated: SOLD - 1,
			} );
			const { reason = '' } = ( await logged( 'failed', run.id ) ) ?? {};
			const whole = message.toString();
			const [ , said = '' ] =
				/be saved: ([\s\S]*)\. The next sync tries/.exec( reason ) ??
				[];
			if ( whole.includes( '\ufffd' ) ) {
				expect( said ).toMatch( / no$/ );
			} else if ( whole.length <= 500 ) {
				expect( said ).toBe( whole );
			} else {
				expect( said ).toBe( `${ whole.slice( 0, 499 ) }…` );
			}
		} );

		it( 'accepts a name that grows when lowercased, and a number larger than the column', async () => {
			// The large number would count as a loss, so the guard must be out of the way.
			await save( session.shop, { guard: { min_products: 1000 } } );
			await session.shop.php( `
				global $wpdb;
				$id = wc_get_product_id_by_sku( '${ refused }' );
				$wpdb->update( $wpdb->posts, array( 'post_title' => '${ 'İ'.repeat(
					200
				) }' ), array( 'ID' => $id ) );
				update_post_meta( $id, '_stock', '1000000000000000' );
				return wp_cache_flush();` );
			const run = await sync( session.shop );
			expect( run ).toMatchObject( { status: 'succeeded', error: null } );
			expect( run.counts.updated ).toBe( SOLD );
			expect( ( await stockBySku( session.shop ) ).get( refused ) ).toBe(
				7
			);
		} );
	}
);

it( 'statements stay far below the 1 MB that every server accepts', async () => {
	const WAREHOUSES = 60;
	const { catalogue, stock } = session.keycrm.world;
	await sell(
		session,
		OFFERS.map( ( { sku } ) => sku ?? '' ).filter(
			( _, place ) => place % ( OFFERS.length / SOLD ) !== 0
		)
	);
	for ( let id = 1; id <= WAREHOUSES; id++ ) {
		nameWarehouse( `${ "Склад '".repeat( 12 ) } ${ id }`, id );
		for ( const offer of catalogue.offers() ) {
			stock.set( offer, id, 1, 'manual' );
		}
	}
	await session.shop.php( `return delete_option( 'test_longest' );` );
	const run = await sync( session.shop );
	expect( run ).toMatchObject( { status: 'succeeded', error: null } );
	expect( run.counts.updated ).toBe( OFFERS.length );
	expect( ( await stockBySku( session.shop ) ).get( 'P-0' ) ).toBe(
		WAREHOUSES
	);
	const longest = Number(
		await session.shop.php( `return get_option( 'test_longest' );` )
	);
	expect( longest ).toBeGreaterThan( 100_000 );
	expect( longest ).toBeLessThan( 600_000 );
} );

describe( 'error texts', () => {
	it.each( [
		[ 'with letters of four bytes', `💥 ${ NAME }`, NAME ],
		[ 'as long as a book', LONG, 'Довга назва' ],
		[ 'with HTML', '<b>Ні</b><script>alert(1)</script>', 'Ні' ],
	] )( '%s are quoted in short', async ( _, message, shown ) => {
		session.keycrm.faults.add( { kind: 'status', status: 422, message } );
		const run = await sync( session.shop );
		expect( run ).toMatchObject( {
			status: 'failed',
			error: { code: 'refused' },
		} );
		expect( run.error?.message ).toContain( shown );
		expect( run.error?.message ).not.toContain( '<' );
		expect( run.error?.message.length ).toBeLessThan( 500 );
	} );
} );

it( 'writes the other products as usual', async () => {
	await save( session.shop, { guard: { min_products: 1000 } } );
	await sync( session.shop );
	const stock = await stockBySku( session.shop );
	expect( stock.get( OFFERS[ 0 ]?.sku ?? '' ) ).toBe( 7 );
} );
