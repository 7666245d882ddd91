/** Tests a persistent object cache: no old number is used or shown. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bulkFill } from '../../support/fill/bulk-fill';
import type { OfferSeed } from '../../support/keycrm-server';
import { openSession, stockBySku, sync } from '../support/session';
import type { Session } from '../support/session';

const offers = ( quantity: number ): OfferSeed[] =>
	[ 'A', 'B', 'C' ].map( ( sku ) => ( { sku, quantity } ) );

let session: Session;
let ids: number[];

beforeAll( async () => {
	session = await openSession( { offers: offers( 7 ) } );
	ids = await bulkFill(
		session.shop,
		offers( 0 ).map( ( { sku } ) => ( {
			sku: sku ?? '',
			name: 'P',
			price: 1,
			stock: 2,
			type: 'simple',
			parent: -1,
		} ) )
	);
	writeFileSync(
		join( session.shop.dir, 'wp-content/object-cache.php' ),
		readFileSync( join( __dirname, '../../support/object-cache.php' ) )
	);
} );
afterAll( () => session.stop() );

/** Returns what a shopper's request sees through the cache. */
async function shown(): Promise< unknown > {
	return session.shop.php( `
		if ( ! wp_using_ext_object_cache() ) { throw new RuntimeException( 'There is no persistent cache here.' ); }
		return array_map( static fn ( $id ) => wc_get_product( $id )->get_stock_quantity(), array( ${ ids.join(
			','
		) } ) );
	` );
}

it( 'shows the numbers of each run at once, and keeps a sale made in between', async () => {
	const { shop, keycrm } = session;
	expect( await shown() ).toEqual( [ 2, 2, 2 ] );
	expect( ( await sync( shop ) ).counts.updated ).toBe( 3 );
	expect( await shown() ).toEqual( [ 7, 7, 7 ] );

	await shop.php(
		`return wc_update_product_stock( ${ ids[ 0 ] }, 1, 'decrease' );`
	);
	expect( await shown() ).toEqual( [ 6, 7, 7 ] );
	keycrm.world.reset();
	keycrm.world.seed( { offers: offers( 6 ) } );
	expect( ( await sync( shop ) ).counts ).toMatchObject( {
		updated: 2,
		unchanged: 1,
	} );
	expect( await shown() ).toEqual( [ 6, 6, 6 ] );

	keycrm.world.reset();
	keycrm.world.seed( { offers: offers( 0 ) } );
	expect( ( await sync( shop ) ).counts.updated ).toBe( 3 );
	expect( await shown() ).toEqual( [ 0, 0, 0 ] );
	const statuses = await shop.php(
		`return array_map( static fn ( $id ) => wc_get_product( $id )->get_stock_status(), array( ${ ids.join(
			','
		) } ) );`
	);
	expect( statuses ).toEqual( [ 'outofstock', 'outofstock', 'outofstock' ] );
} );

it( 'uses the database when the cache is stale', async () => {
	const { shop, keycrm } = session;
	// Changes the number past every hook and cache.
	await shop.sql(
		`UPDATE wp_postmeta SET meta_value = '50' WHERE meta_key = '_stock' AND post_id = ${ ids[ 1 ] }`
	);
	keycrm.world.reset();
	keycrm.world.seed( { offers: offers( 9 ) } );
	await sync( shop );
	expect( [ ...( await stockBySku( shop ) ).values() ] ).toEqual( [
		9, 9, 9,
	] );
	expect( await shown() ).toEqual( [ 9, 9, 9 ] );
} );
