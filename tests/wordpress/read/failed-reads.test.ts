/**
 * Tests that a shop that cannot be read is not taken for empty: whichever statement fails, no product counts
 * as missing.
 */
import { phpFile } from '../../support/php-file';
import { bulkFill } from '../../support/fill/bulk-fill';
import {
	FAILING,
	failAt,
	failNoMore,
} from '../support/faults/failing-statements';
import { openSession, save, stockBySku, sync } from '../support/session';
import type { Session } from '../support/session';

const native = process.env[ 'TEST_WORLD' ] === 'native';

const SKUS = [
	'CAP',
	'SHIRT-S',
	'SHIRT-M',
	'MUG',
	'MUG-RU',
	'GIFT',
	'KEPT',
] as const;
const TEN = { price: 1, stock: 10, type: 'simple', parent: -1 } as const;

const LANGUAGES = `
	define( 'POLYLANG_VERSION', '3.7' );
	add_action( 'init', static fn () => register_taxonomy( 'post_translations', array( 'product' ), array( 'public' => false ) ) );`;

let session: Session;
let on = 100;

/**
 * The shop has everything that the plugin reads: variations, translations, an excluded category, a category
 * with a buffer.
 */
beforeAll( async () => {
	session = await openSession(
		{ offers: SKUS.map( ( sku ) => ( { sku, quantity: on } ) ) },
		{ mu: { languages: LANGUAGES, failing: FAILING } }
	);
	const { shop } = session;
	const [ , , , , mug, russian, gift, kept ] = await bulkFill( shop, [
		{ ...TEN, sku: 'CAP', name: 'Cap' },
		{ ...TEN, sku: '', name: 'Shirt', type: 'variable', stock: null },
		{ ...TEN, sku: 'SHIRT-S', name: 'S', type: 'variation', parent: 1 },
		{ ...TEN, sku: 'SHIRT-M', name: 'M', type: 'variation', parent: 1 },
		{ ...TEN, sku: 'MUG', name: 'Mug' },
		{ ...TEN, sku: 'MUG-RU', name: 'Mug, Russian' },
		{ ...TEN, sku: 'GIFT', name: 'Gift' },
		{ ...TEN, sku: 'KEPT', name: 'Kept back' },
	] );
	await shop.php(
		phpFile( __dirname, 'failed-reads-shop.php', {
			ids: { mug, russian, gift, kept },
		} )
	);
	await save( shop, { guard: { min_products: 1000 } } );
	expect( ( await sync( shop ) ).error ).toBeNull();
} );
afterAll( () => session.stop() );

const inKeyCrm = ( number: number ) => {
	for ( const offer of session.keycrm.world.catalogue.offers() ) {
		session.keycrm.world.stock.set( offer, 1, number, 'manual' );
	}
};

/** The numbers that an undisturbed sync writes. */
const right = ( number: number ) => ( {
	CAP: number,
	'SHIRT-S': number,
	'SHIRT-M': number,
	MUG: number,
	'MUG-RU': number,
	GIFT: 10,
	KEPT: number - 5,
} );

const numbers = async () =>
	Object.fromEntries( await stockBySku( session.shop ) );

const claims = () =>
	session.shop.sql(
		'SELECT sku, product_id, twin_id FROM wp_keycrm_stock_levels ORDER BY sku'
	);

/** All classes that read the shop's products for a sync. */
const READERS = [ 'CatalogueRows', 'LeftAlone', 'Translations', 'Buffers' ].map(
	( name ) => `KeyCrmStock\\Shop\\${ name }`
);

/** Runs one sync with new numbers, in which one statement fails. */
async function disturbed( turn: number ) {
	const { shop } = session;
	inKeyCrm( ++on );
	await failAt( shop, READERS, turn );
	const run = await sync( shop );
	return { run, sent: await failNoMore( shop ) };
}

/** Returns the position of the first statement of each kind, and of the last one, inside the writer's lock. */
const samplesOf = ( sent: readonly string[] ) => {
	const kinds = sent.map( ( sql ) => sql.replace( /[\d, ]+/g, ' ' ) );
	return kinds.flatMap( ( kind, place ) =>
		kinds.indexOf( kind ) === place || place === kinds.length - 1
			? [ place + 1 ]
			: []
	);
};

it( 'the sync recovers or fails, and takes no product for missing, whichever statement about products fails', async () => {
	const undisturbed = await disturbed( 0 );
	expect( undisturbed.run.counts ).toMatchObject( {
		updated: 5,
		excluded: 1,
		not_in_keycrm: 0,
	} );
	const known = await claims();
	for ( const turn of samplesOf( undisturbed.sent ) ) {
		const before = await numbers();
		const { run, sent } = await disturbed( turn );
		const where = sent[ turn - 1 ] ?? '';
		expect( { where, claims: await claims() } ).toEqual( {
			where,
			claims: known,
		} );
		expect( {
			where,
			numbers: await numbers(),
			status: run.status,
		} ).toEqual(
			run.status === 'succeeded'
				? { where, numbers: right( on ), status: 'succeeded' }
				: { where, numbers: before, status: 'failed' }
		);
		expect( run.counts.not_in_keycrm ).toBe( 0 );
	}
	expect( ( await disturbed( 0 ) ).run.status ).toBe( 'succeeded' );
	expect( await numbers() ).toEqual( right( on ) );
} );

( native ? it : it.skip ).each( [
	[ 'utf8mb4', 'utf8mb4_unicode_ci' ],
	[ 'utf8mb3', 'utf8mb3_unicode_ci' ],
] )(
	'reads a half-converted shop when the categories’ meta table is in %s, %s',
	async ( charset, collation ) => {
		const { shop } = session;
		const convert = ( table: string, set: string, collate: string ) =>
			shop.sql(
				`ALTER TABLE wp_${ table } CONVERT TO CHARACTER SET ${ set } COLLATE ${ collate }`
			);
		await convert( 'termmeta', charset, collation );
		await convert( 'postmeta', 'utf8mb4', 'utf8mb4_general_ci' );
		await convert( 'posts', 'utf8mb4', 'utf8mb4_unicode_520_ci' );
		await convert( 'terms', 'utf8mb3', 'utf8mb3_general_ci' );
		const { run } = await disturbed( 0 );
		expect( run.error ).toBeNull();
		expect( run.counts ).toMatchObject( { updated: 5, excluded: 1 } );
		expect( await numbers() ).toEqual( right( on ) );
	}
);
