/** Tests the queue of offers to read again: it loses no mark, and holds each offer once. */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';

let shop: Shop;

beforeAll( async () => {
	shop = await openShop();
} );
afterAll( () => shop.stop() );
beforeEach( () => shop.sql( 'DELETE FROM wp_keycrm_stock_dirty' ) );

const QUEUE = phpFile( __dirname, 'dirty-offers-queue.php' );

const php = ( code: string ) => shop.php( `${ QUEUE } ${ code }` );

it( 'holds an offer once, by its id or else by its SKU', async () => {
	expect(
		await php( `
		$queue->mark( array( $mark( 7, 'A' ), $mark( 7 ), $mark( 0, ' 0001 ' ), $mark( 0, '0001' ), $mark( 0, '1' ), $mark( 0, 'a' ), $mark( 0, 'A' ), $mark( 0 ) ), 1000 );
		$queue->mark( array( $mark( 7, 'B' ), $mark( 0, '0001' ) ), 2000 );
		$queue->claim( 1 );
		return array( $queue->count(), $shown( $queue->next( 1, 50 ) ), $queue->newest_mark() );` )
	).toEqual( [ 5, [ '0:0001', '0:1', '0:A', '0:a', '7:' ], 2000 ] );
} );

it( 'is empty at first, and after a call that names no offer', async () => {
	expect(
		await php( `$queue->mark( array( $mark( 0 ) ), 3000 );
		return array( $queue->count(), $queue->newest_mark(), $queue->claim( 1 ) );` )
	).toEqual( [ 0, null, 0 ] );
} );

it( 'gives a run, in pieces, what was marked when the run began', async () => {
	expect(
		await php( phpFile( __dirname, 'dirty-offers-pieces.php' ) )
	).toEqual( [ [ 1000, 1000, 500 ], [ '9000:' ] ] );
} );

it( 'keeps offers that were marked again after the request, even when the clock was set back', async () => {
	expect(
		await php( phpFile( __dirname, 'dirty-offers-marked-again.php' ) )
	).toEqual( [ [], [ '2:', '3:' ] ] );
} );

it( 'keeps offers that a run has not answered, and those that a newer run has claimed', async () => {
	expect(
		await php( phpFile( __dirname, 'dirty-offers-unanswered.php' ) )
	).toEqual( [ 1, 1, [ '2:' ] ] );
} );

it( 'cuts an overlong SKU, and keeps unusual SKUs apart', async () => {
	expect(
		await php( `$queue->mark( array( $mark( 0, str_repeat( 'ї', 300 ) ), $mark( 0, "x'y" ), $mark( -5, 'neg' ) ), 1000 );
		$queue->claim( 5 );
		$found = array_map( static fn ( $offer ): int => mb_strlen( $offer->sku ), $queue->next( 5, 50 ) );
		sort( $found );
		return $found;` )
	).toEqual( [ 3, 3, 255 ] );
} );

it( 'accepts marks of several processes at once', async () => {
	const ids = Array.from( { length: 300 }, ( _, index ) => index + 1 );
	const sent = Array.from( { length: 6 }, ( _, process ) =>
		php( `$ids = json_decode( '${ JSON.stringify(
			process % 2 === 0 ? ids : [ ...ids ].reverse()
		) }' );
		for ( $round = 0; $round < 5; $round++ ) {
			$queue->mark( array_map( $mark, $ids ), 1000 );
		}
		return true;` )
	);
	expect( await Promise.all( sent ) ).toEqual( sent.map( () => true ) );
	expect( await php( `return $queue->count();` ) ).toBe( 300 );
} );

it( 'reports an error when it could not be stored', async () => {
	await shop.sql( 'DROP TABLE wp_keycrm_stock_dirty' );
	expect(
		await php( `try {
			$wpdb->suppress_errors();
			$queue->mark( array( $mark( 1 ) ), 1000 );
			return 'stored';
		} catch ( KeyCrmStock\\Database\\DatabaseError $error ) {
			return 'refused';
		}` )
	).toBe( 'refused' );
} );
