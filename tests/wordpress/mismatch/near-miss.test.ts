/** Tests the differences between two SKUs that are probably meant to be the same. */
import { mismatchListSchema } from '../../../src-admin/contract';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { call, openSession, stockBySku, sync } from '../support/session';
import { sell } from '../support/shops/small-shop';

/** One SKU, the other SKU, and their differences. Cyrillic letters are written as numbers, to be visible. */
const TABLE: readonly ( readonly [ string, string, readonly string[] ] )[] = [
	[ 'abc-01', 'ABC-01', [ 'case' ] ],
	[ 'Шапка', 'ШАПКА', [ 'case' ] ],
	[ 'ABC 01', 'ABC01', [ 'spaces' ] ],
	[ 'ABC\u00a001', 'ABC 01', [ 'spaces' ] ],
	[ 'ABC\u200b01', 'ABC01', [ 'spaces' ] ],
	[ 'ABC-01', '\u0410\u0412\u0421-01', [ 'letters' ] ],
	[ 'cap', 'c\u0430p', [ 'letters' ] ],
	[ '\u0406\u0407', 'II', [ 'letters' ] ],
	[ '0001', '1', [ 'zeros' ] ],
	[ '0', '000', [ 'zeros' ] ],
	[ 'abc', '\u0410\u0412\u0421', [ 'case', 'letters' ] ],
	[ '00a b', 'AB', [ 'case', 'spaces', 'zeros' ] ],
	[ '0 0x', '\u0425', [ 'case', 'spaces', 'letters', 'zeros' ] ],
	[ ' 01', '1', [ 'spaces', 'zeros' ] ],
	[ 'A&B', 'A&amp;B', [ 'entities' ] ],
	[ 'A&B', 'A&amp;amp;B', [ 'entities' ] ],
	[ 'A&B', 'A&#038;B', [ 'entities' ] ],
	[ 'A"B', 'A&quot;B', [ 'entities' ] ],
	[ 'A B', 'A&nbsp;B', [ 'entities', 'spaces' ] ],
	[ '\u0439', '\u0438\u0306', [ 'composition' ] ],
	[ '\u0419', '\u0418\u0306', [ 'composition' ] ],
	[ '\u0457', '\u0456\u0308', [ 'composition' ] ],
	[ '\u0407', '\u0406\u0308', [ 'composition' ] ],
	[ '\u0451', '\u0435\u0308', [ 'composition' ] ],
	[ '\u045e', '\u0443\u0306', [ 'composition' ] ],
	[ '\u00e9', 'e\u0301', [ 'composition' ] ],
	[ '\u0439', '\u0418\u0306', [ 'composition', 'case' ] ],
	[ 'ABC\u200d01', 'ABC01', [ 'invisible' ] ],
	[ '\u202aABC01\u202c', 'ABC01', [ 'invisible' ] ],
	[ 'ABC\u200e', 'ABC', [ 'invisible' ] ],
	[ 'AB\u00adC', 'ABC', [ 'invisible' ] ],
	[ '\u2066A\u2069 1', 'A1', [ 'invisible', 'spaces' ] ],
	[ 'ABC-1', 'ABC\u20131', [ 'dashes' ] ],
	[ 'ABC\u20111', 'ABC\u22121', [ 'dashes' ] ],
	[ 'ABC\u20141', 'abc-1', [ 'case', 'dashes' ] ],
	[ 'A-3', 'A-\u0417', [ 'digits' ] ],
	[ 'A-3', 'A-\u0437', [ 'digits' ] ],
	[ 'A-10', 'A-1O', [ 'digits' ] ],
	[ 'A-10', 'A-1\u041e', [ 'digits' ] ],
	[ 'A-10', 'a-1\u043e', [ 'case', 'digits' ] ],
	[ 'A-O', 'A-\u041e', [ 'letters' ] ],
	[ 'A-\u041e', 'A-\u043e', [ 'case' ] ],
	[ 'O1', '1', [ 'digits', 'zeros' ] ],
	[ 'ABC', 'ABC', [] ],
	[ '\u0439', '\u0438', [] ],
	[ '\u0457', '\u0456\u0301', [] ],
	[ 'A&B', 'AB', [] ],
	[ 'ABC\u2013', 'ABC', [] ],
	[ '\u0417', '\u0421', [] ],
	[ 'ABC-1', 'ABC1', [] ],
	[ '10', '1', [] ],
	[ 'ABC', 'ABD', [] ],
	[ '\u0414\u0416', 'DZ', [] ],
];

let shop: Shop;

beforeAll( async () => {
	shop = await openShop();
} );
afterAll( () => shop.stop() );

it( 'names every difference in both directions, and none between SKUs that are not similar', async () => {
	const pairs = Buffer.from( JSON.stringify( TABLE ) ).toString( 'base64' );
	const found = await shop.php( `
		$words = static fn ( string $one, string $other ): array => array_map( static fn ( $kind ): string => $kind->value, KeyCrmStock\\Value\\Stock\\Sku::differences( $one, $other ) );
		return array_map(
			static fn ( array $pair ): array => array( $pair[0], $pair[1], $words( $pair[0], $pair[1] ), $words( $pair[1], $pair[0] ) ),
			json_decode( base64_decode( '${ pairs }' ), true )
		);
	` );
	expect( found ).toEqual(
		TABLE.map( ( [ one, other, kinds ] ) => [ one, other, kinds, kinds ] )
	);
} );

it( 'lists a near miss as a hint, and writes nothing', async () => {
	const pairs: readonly ( readonly [ string, string, RegExp ] )[] = [
		[ 'E&amp;1', 'E&1', /web page’s code on one side \(“&amp;” for “&”/ ],
		[ 'F\u0438\u0306', 'F\u0439', /one character on one side and two/ ],
		[ 'G\u200e1', 'G1', /cannot be seen/ ],
		[ 'H\u20131', 'H-1', /dashes/ ],
		[ 'K-\u0417', 'K-3', /a letter stands where .* digit/ ],
	];
	const session = await openSession( {
		offers: pairs.map( ( [ , sku ] ) => ( { sku, quantity: 7 } ) ),
	} );
	try {
		await sell(
			session,
			pairs.map( ( [ sku ] ) => sku )
		);
		const { counts } = await sync( session.shop );
		expect( counts ).toMatchObject( {
			updated: 0,
			not_in_keycrm: pairs.length,
		} );
		expect( [ ...( await stockBySku( session.shop ) ).values() ] ).toEqual(
			pairs.map( () => 1 )
		);
		const { items } = mismatchListSchema.parse(
			await call( session.shop, 'GET', '/unmatched?group=near_miss' )
		);
		expect(
			items.map( ( { sku, in_keycrm } ) => [ sku, in_keycrm[ 0 ]?.sku ] )
		).toEqual( pairs.map( ( [ sku, other ] ) => [ sku, other ] ) );
		pairs.forEach( ( [ , , words ], place ) =>
			expect( items[ place ]?.reason ).toMatch( words )
		);
	} finally {
		await session.stop();
	}
} );
