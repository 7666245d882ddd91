/** Tests which products of the shop the plugin lists, in which order, and at what cost. */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { seedVariedShop } from '../support/shops/varied-shop';
import { SHOP_ROOM } from '../support/writer';

jest.setTimeout( 600_000 );

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop();
	idOf = await seedVariedShop( shop );
	await shop.php(
		phpFile( __dirname, 'catalogue-odd-products.php', {
			ids: Object.fromEntries(
				[
					'hat',
					'hat-s',
					'hat-m',
					'coat-m',
					'shared-s',
					'coat',
					'plain',
				].map( ( name ) => [ name, idOf( name ) ] )
			),
		} )
	);
} );

afterAll( () => shop.stop() );

const LISTED = `array_map( static fn ( $product ) => array( $product->sku, $product->type, $product->managed->value, $product->stock, $product->excluded ), $products )`;

test( 'every product that needs a number is listed in the order of ids', async () => {
	const listed = await shop.php(
		`${ SHOP_ROOM } $products = $catalogue->page( 0, 100 ); return ${ LISTED };`
	);
	expect( listed ).toEqual( [
		[ 'plain', 'simple', 'own', 10, true ],
		[ 'second', 'simple', 'own', 3, false ],
		[ 'draft', 'simple', 'own', 10, false ],
		[ 'private', 'simple', 'own', 10, false ],
		[ 'sold-out', 'simple', 'own', 0, false ],
		[ 'sells-out', 'simple', 'own', 5, false ],
		[ 'backorder', 'simple', 'own', 4, false ],
		[ 'backordered', 'simple', 'own', -2, false ],
		[ 'low', 'simple', 'own', 9, false ],
		[ 'equal', 'simple', 'own', 8, false ],
		[ 'unmanaged', 'simple', 'off', null, false ],
		[ 'downloadable', 'simple', 'own', 10, false ],
		[ 'no-row', 'simple', 'own', null, false ],
		[ 'two-rows', 'simple', 'own', 10, false ],
		[ 'odd-row', 'simple', 'own', null, false ],
		[ 'six-decimals', 'simple', 'own', 10, false ],
		[ 'external', 'external', 'off', null, false ],
		// "shirt" and "coat" are missing: they have no SKU to match.
		[ 'shirt-s', 'variation', 'own', 10, false ],
		[ 'shirt-m', 'variation', 'own', 11, false ],
		[ 'shirt-l', 'variation', 'own', 12, false ],
		[ 'coat-s', 'variation', 'own', 2, true ],
		[ '', 'variation', 'own', 0, true ],
		[ 'shared', 'variable', 'own', 30, false ],
		// "shared-s" is missing: it has no SKU now, and its parent keeps the number.
		[ 'shared-m', 'variation', 'own', 7, false ],
		[ 'status-pending', 'simple', 'off', null, false ],
		[ 'status-future', 'simple', 'off', null, false ],
		[ '', 'simple', 'off', null, false ],
		[ '0001', 'simple', 'off', null, false ],
		[ 'spaces', 'simple', 'off', null, false ],
	] );
} );

test( 'pages of any size list the same products, and total() counts them', async () => {
	const answer = await shop.php(
		SHOP_ROOM + phpFile( __dirname, 'catalogue-pages.php' )
	);
	expect( answer ).toEqual( [ true, true, true ] );
} );

test( 'a page runs the same few reading statements whatever its size', async () => {
	const answer = await shop.php( `
		${ SHOP_ROOM }
		$statements = array();
		add_filter( 'query', static function ( $sql ) use ( &$statements ) { $statements[] = strtok( trim( $sql ), ' ' ); return $sql; } );
		$catalogue->page( 0, 500 );
		return $statements;
	` );
	expect( answer ).toEqual( [ 'SELECT', 'SELECT', 'SELECT', 'SELECT' ] );
} );

test( 'by_ids() also finds unlisted products, but no deleted ones', async () => {
	const answer = await shop.php( `
		${ SHOP_ROOM }
		$products = $catalogue->by_ids( array( 999999, ${ [
			'hat-s',
			'shirt',
			'shared-s',
			'plain',
		]
			.map( idOf )
			.join( ', ' ) } ) );
		return ${ LISTED };
	` );
	expect( answer ).toEqual( [
		[ 'plain', 'simple', 'own', 10, true ],
		[ '', 'variable', 'off', null, false ],
		[ '', 'variation', 'parent', null, false ],
	] );
} );

test( 'names are found by id and by SKU', async () => {
	const answer = await shop.php( `
		${ SHOP_ROOM }
		return array(
			$catalogue->names( array( ${ idOf( 'plain' ) } ) )[ ${ idOf( 'plain' ) } ],
			$catalogue->names_by_sku( array( '0001', 'PLAIN', 'shirt-s', '', 'nothing' ) ),
			$catalogue->names( array() ),
		);
	` );
	expect( answer ).toEqual( [
		'plain',
		{ 'sku:0001': 'Tea publish', 'sku:shirt-s': 'shirt - s' },
		[],
	] );
} );
