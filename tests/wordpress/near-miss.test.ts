/** In what two SKUs differ that are probably meant to be one: a table. */
import { openShop } from '../support/worlds/shop';
import type { Shop } from '../support/worlds/shop';

/** One side, the other, and in what they differ. Cyrillic letters are written by number, to be seen. */
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
	[ 'ABC', 'ABC', [] ],
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

it( 'names every difference, from either side, and none between SKUs that are not near', async () => {
	const pairs = Buffer.from( JSON.stringify( TABLE ) ).toString( 'base64' );
	const found = await shop.php( `
		$words = static fn ( string $one, string $other ): array => array_map( static fn ( $kind ): string => $kind->value, KeyCrmStock\\Value\\Sku::differences( $one, $other ) );
		return array_map(
			static fn ( array $pair ): array => array( $pair[0], $pair[1], $words( $pair[0], $pair[1] ), $words( $pair[1], $pair[0] ) ),
			json_decode( base64_decode( '${ pairs }' ), true )
		);
	` );
	expect( found ).toEqual(
		TABLE.map( ( [ one, other, kinds ] ) => [ one, other, kinds, kinds ] )
	);
} );
