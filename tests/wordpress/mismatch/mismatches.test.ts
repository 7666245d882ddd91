/** Tests the lists of products that do not match, from the shop and from KeyCRM. */
import { mismatchListSchema } from '../../../src-admin/contract';
import type { MismatchGroup } from '../../../src-admin/contract';
import { LOOK_ALIKE, OddShop, OTHERS } from '../support/shops/odd-shop';
import { API, call, sync } from '../support/session';

let odd: OddShop;

beforeAll( async () => {
	odd = await OddShop.open();
} );
afterAll( () => odd.session.stop() );

it( 'says that nothing has been compared yet before the first sync', async () => {
	expect( await odd.groups() ).toEqual( {
		run_id: 0,
		compared_at: null,
		listed_at: null,
		groups: [],
	} );
	expect( await odd.list( 'not_in_keycrm' ) ).toEqual( [] );
	expect( await odd.fix( 'switch-on', odd.idOf( 'OFF' ) ) ).toMatchObject( {
		done: [],
		left: [ { product_id: odd.idOf( 'OFF' ) } ],
	} );
} );

it( 'lists each unmatched product once, with the products it may belong to', async () => {
	await odd.fix( 'leave-alone', odd.idOf( 'ALONE' ) );
	expect( ( await sync( odd.session.shop ) ).status ).toBe( 'succeeded' );
	expect( await odd.counts() ).toEqual( {
		near_miss: 2,
		wrong_status: 0,
		not_in_keycrm: 1,
		only_in_keycrm: 1 + OTHERS.length,
		duplicate_in_shop: 2,
		duplicate_in_keycrm: 1,
		no_sku: 1,
		no_sku_in_keycrm: 1,
		not_managed: 3,
		managed_by_parent: 1,
		excluded: 1,
	} );
	expect( await odd.pairs( 'near_miss' ) ).toEqual( [
		[ 'ABC-01', `${ LOOK_ALIKE } 12` ],
		[ 'cap 7', 'CAP7 4' ],
	] );
	expect( await odd.pairs( 'not_in_keycrm' ) ).toEqual( [ [ '=LOST' ] ] );
	expect( await odd.pairs( 'only_in_keycrm' ) ).toEqual( [
		[ '', 'WRAP-01 240' ],
	] );
	expect( await odd.pairs( 'no_sku_in_keycrm' ) ).toEqual( [ [ '', ' 5' ] ] );
	expect( await odd.pairs( 'duplicate_in_shop' ) ).toEqual( [
		[ 'TWIN', 'TWIN 3' ],
		[ 'TWIN', 'TWIN 3' ],
	] );
	expect( await odd.pairs( 'duplicate_in_keycrm' ) ).toEqual( [
		[ 'TWICE', 'TWICE 14', 'TWICE 2' ],
	] );
	expect( await odd.pairs( 'managed_by_parent' ) ).toEqual( [
		[ 'SHARED', 'SHARED 18' ],
	] );
	expect( await odd.pairs( 'excluded' ) ).toEqual( [
		[ 'ALONE', 'ALONE 1' ],
	] );
} );

it( 'says how the two SKUs of a near miss differ, with a link to the product', async () => {
	const [ letters, several ] = await odd.list( 'near_miss' );
	expect( letters ).toMatchObject( {
		product_id: odd.idOf( 'ABC-01' ),
		product_name: 'Товар ABC-01',
		reason: `“ABC-01” here, “${ LOOK_ALIKE }” in KeyCRM: some letters only look alike (Cyrillic on one side, Latin on the other).`,
	} );
	expect( letters?.edit_url ).toContain( `post=${ odd.idOf( 'ABC-01' ) }` );
	expect( several?.reason ).toBe(
		'“cap 7” here, “CAP7” in KeyCRM: capital and small letters differ, spaces differ.'
	);
} );

it( 'returns pages', async () => {
	const second = mismatchListSchema.parse(
		await call(
			odd.session.shop,
			'GET',
			'/unmatched?group=not_managed&per_page=1&page=2'
		)
	);
	expect( second ).toMatchObject( { total: 3, page: 2, per_page: 1 } );
	expect( second.items.map( ( { sku } ) => sku ) ).toEqual( [ 'OFF-2' ] );
} );

it( 'keeps offers that only KeyCRM has when a sync reads only the shop’s offers, and lists products that KeyCRM has lost', async () => {
	const [ leaves, twin ] = [ odd.idOf( 'LEAVES' ), odd.idOf( 'TWIN' ) ];
	await odd.session.shop.php( `
		wp_trash_post( ${ leaves } );
		wp_delete_post( ${ twin }, true );
		$renamed = wc_get_product( ${ odd.idOf( 'OFF' ) } );
		$renamed->set_sku( 'OFF-NEW' );
		return $renamed->save();
	` );
	expect( await sync( odd.session.shop ) ).toMatchObject( {
		status: 'succeeded',
		read_plan: { kind: 'own' },
	} );
	expect( await odd.pairs( 'only_in_keycrm' ) ).toEqual( [
		[ '', 'LEAVES 10' ],
		[ '', 'OFF 6' ],
		[ '', 'WRAP-01 240' ],
	] );
	expect( await odd.counts() ).toMatchObject( {
		duplicate_in_shop: 0,
		not_in_keycrm: 2,
		not_managed: 2,
	} );
} );

it( 'sends a CSV file that a spreadsheet reads right and runs no formula from', async () => {
	const lines = async ( group: MismatchGroup ) => {
		const { text } = await odd.session.shop.request(
			`${ API }/unmatched?group=${ group }&format=csv`,
			{ as: 'shop_manager' }
		);
		return text.trimEnd().split( '\r\n' ).slice( 1 );
	};
	expect( await lines( 'not_in_keycrm' ) ).toContain(
		`Not in KeyCRM,${ odd.idOf( '=LOST' ) },Товар =LOST,'=LOST,,10,,`
	);
	expect( await lines( 'duplicate_in_keycrm' ) ).toEqual( [
		`Same SKU twice in KeyCRM,${ odd.idOf(
			'TWICE'
		) },Товар TWICE,TWICE,TWICE,10,14 / 2,`,
	] );
	// The file is written in several portions.
	expect( await lines( 'only_in_keycrm' ) ).toHaveLength( 3 + OTHERS.length );
} );

it.each( [
	[ 'GET', '/unmatched?group=other' ],
	[ 'GET', '/unmatched?per_page=101' ],
	[ 'POST', '/unmatched/switch-on' ],
	[ 'POST', '/unmatched/leave-alone?product_ids[]=x' ],
] as const )( 'refuses %s %s', async ( method, path ) => {
	const { status } = await odd.session.shop.request( API + path, {
		method,
		as: 'shop_manager',
	} );
	expect( status ).toBe( 400 );
} );

it( 'lists nothing only in KeyCRM when the account was never read', async () => {
	await call( odd.session.shop, 'POST', '/settings', {
		api_key: 'another-key-of-another-account-0123456789',
	} );
	expect( await odd.groups() ).toMatchObject( { run_id: 0, groups: [] } );
} );
