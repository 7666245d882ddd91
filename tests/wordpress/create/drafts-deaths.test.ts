/** A worker that dies anywhere while it makes drafts: the next one makes the rest, each whole and with its quantity, and none twice. */
import { call, drive } from '../support/session';
import type { Session } from '../support/session';
import { plan } from './create';
import { DEATH, diesAt } from './deaths';
import {
	countProducts,
	DRAFTS,
	draftsOf,
	openDraftSession,
	servePictures,
} from './drafts';
import type { Pictures } from './drafts';

jest.setTimeout( 1_800_000 );

/** Only native processes may die. */
const isNative = process.env[ 'TEST_WORLD' ] === 'native';

/** Making seven products takes hundreds of statements; each so manieth is a place to die. */
const STRIDE = 11;

let session: Session;
let pictures: Pictures;
let before: number;

beforeAll( async () => {
	pictures = await servePictures();
	session = await openDraftSession( pictures, { death: DEATH } );
	before = await countProducts( session );
} );
afterAll( async () => {
	await session.stop();
	await pictures.stop();
} );

/** What is left of a transaction that was rolled back: neither product nor meta, lookup row or attribute of one. */
const leftovers = ( { shop }: Session ) =>
	shop.sql( `
		SELECT 'meta' AS what, m.post_id AS id FROM wp_postmeta m LEFT JOIN wp_posts p ON p.ID = m.post_id WHERE p.ID IS NULL
		UNION SELECT 'lookup', l.product_id FROM wp_wc_product_meta_lookup l LEFT JOIN wp_posts p ON p.ID = l.product_id WHERE p.ID IS NULL
		UNION SELECT 'variation', v.ID FROM wp_posts v LEFT JOIN wp_posts p ON p.ID = v.post_parent WHERE v.post_type = 'product_variation' AND p.ID IS NULL` );

async function forget(): Promise< void > {
	await session.shop.php( `
		$made = get_posts( array( 'post_type' => array( 'product', 'attachment' ), 'post_status' => array( 'draft', 'inherit' ), 'numberposts' => -1, 'fields' => 'ids' ) );
		array_map( static fn ( int $id ) => 'attachment' === get_post_type( $id ) ? wp_delete_attachment( $id, true ) : wc_get_product( $id )->delete( true ), $made );
		return true;` );
	await session.shop.sql(
		'UPDATE wp_keycrm_stock_levels SET product_id = 0, twin_id = 0, written_to = 0 WHERE sku NOT IN ( "KNOWN", "COAT-S" )'
	);
	await session.shop.sql( 'DELETE FROM wp_keycrm_stock_dirty' );
}

( isNative ? it : it.skip )( 'at any of many moments', async () => {
	const { shop } = session;
	const places: string[] = [];
	for (;;) {
		const run = await plan( session, 'create_in_shop' );
		await call( shop, 'POST', `/runs/${ run.id }/confirm` );
		const moment = await diesAt( shop, run, 1 + STRIDE * places.length );
		const orphans = await leftovers( session );
		const half = await draftsOf( session );
		// What is there is whole.
		expect(
			half.filter( ( one ) => one.stock === null || ! one.managed )
		).toEqual( [] );
		expect( [ 0, 3 ] ).toContain(
			half.filter( ( { parent } ) => parent > 0 ).length
		);
		const done = await drive( shop, { ...run, status: 'running' } );
		const drafts = await draftsOf( session );
		expect( {
			moment,
			at: places.length,
			orphans,
			status: done.status,
			created: done.counts.created,
			stock: drafts.map( ( { sku, stock } ) => `${ sku } ${ stock }` ),
			states: [
				...new Set( drafts.map( ( one ) => one.parent_status ) ),
			],
			products: await countProducts( session ),
		} ).toEqual( {
			moment,
			at: places.length,
			orphans: [],
			status: 'succeeded',
			created: DRAFTS.length,
			stock: [
				'LAMP 7',
				'CANDLE 4',
				'SOCK-S 10',
				'SOCK-M 11',
				'SOCK-L 12',
				'KIT-A 1',
				'KIT-B 1',
			],
			states: [ 'draft' ],
			products: before + 5 + 3,
		} );
		await forget();
		if ( moment === null ) {
			break;
		}
		places.push( moment );
	}
	expect( places.length ).toBeGreaterThan( 25 );
} );
