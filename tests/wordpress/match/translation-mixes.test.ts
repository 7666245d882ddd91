/**
 * Tests translations of one product in every combination of states.
 * Plan, log, preview and undo must agree with what was written, which a few plain rules predict.
 */
import * as fc from 'fast-check';
import { z } from 'zod';
import {
	changeListSchema,
	runSchema,
	undoReportSchema,
} from '../../../src-admin/contract';
import type { Run } from '../../../src-admin/contract';
import { bulkFill } from '../../support/fill/bulk-fill';
import { call, drive, openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	judge,
	LANGUAGES,
	mixes,
	NEW,
	relate,
	rowsOf,
	SETS,
	USUAL,
} from '../support/shops/translation-mixes';
import type { Mix } from '../support/shops/translation-mixes';

let session: Session;

beforeAll( async () => {
	session = await openSession(
		{
			offers: Array.from(
				{ length: SETS + USUAL.length },
				( _, place ) => ( {
					sku: `T-${ place }`,
					quantity: NEW,
				} )
			),
		},
		{ mu: { languages: LANGUAGES } }
	);
	await save( session.shop, { guard: { min_products: 1000 } } );
} );
afterAll( () => session.stop() );

const numberSchema = z.array(
	z.object( {
		id: z.coerce.number(),
		stock: z.nullable( z.coerce.number() ),
	} )
);

/** Returns the numbers of the products that keep one. */
async function numbers() {
	const rows = await session.shop.sql(
		"SELECT m.post_id AS id, m.meta_value AS stock FROM wp_postmeta m JOIN wp_postmeta g ON g.post_id = m.post_id AND g.meta_key = '_manage_stock' AND g.meta_value = 'yes' WHERE m.meta_key = '_stock'"
	);
	return new Map(
		numberSchema.parse( rows ).map( ( { id, stock } ) => [ id, stock ] )
	);
}

async function changesOf( run: Run, outcome: string ) {
	const items = [];
	for ( let page = 1; ; page++ ) {
		const list = changeListSchema.parse(
			await call(
				session.shop,
				'GET',
				`/runs/${ run.id }/changes?outcome=${ outcome }&per_page=100&page=${ page }`
			)
		);
		items.push( ...list.items );
		if ( items.length >= list.total ) {
			return items;
		}
	}
}

const setsOf = ( items: readonly { sku: string }[] ) =>
	items.map( ( { sku } ) => sku ).sort();

async function undo( run: Run ) {
	const { shop } = session;
	const report = undoReportSchema.parse(
		await call( shop, 'GET', `/runs/${ run.id }/undo` )
	);
	const started = runSchema.parse(
		await call( shop, 'POST', `/runs/${ run.id }/undo` )
	);
	return { report, run: await drive( shop, started ) };
}

async function tryOut(
	drawn: readonly Mix[],
	plugin: string,
	enables: boolean
) {
	const { shop } = session;
	const sets = [ ...USUAL, ...drawn ];
	await shop.php( `
		global $wpdb;
		foreach ( array( 'posts', 'postmeta', 'term_relationships', 'wc_product_meta_lookup', 'keycrm_stock_levels', 'keycrm_stock_runs', 'keycrm_stock_changes' ) as $table ) {
			$wpdb->query( "DELETE FROM {$wpdb->prefix}$table" );
		}
		update_option( 'fake_language_plugin', '${ plugin }' );
		wp_cache_flush();
		return true;` );
	await save( shop, { manage_stock: enables ? 'enable' : 'leave' } );
	const { rows, places } = rowsOf( sets );
	const ids = await bulkFill( shop, rows );
	const members = sets.map( ( mix, set ) =>
		mix.map( ( one, place ) => ( {
			...one,
			id: ids[ places[ set ]?.[ place ] ?? -1 ] ?? 0,
		} ) )
	);
	await shop.php( relate( members ) );
	const verdicts = members.map( ( mix ) => judge( mix, enables ) );
	const before = await numbers();
	const touched = setsOf(
		sets.flatMap( ( _, set ) =>
			( verdicts[ set ]?.written.length ?? 0 ) > 0
				? [ { sku: `T-${ set }` } ]
				: []
		)
	);

	/** Returns the members of the sets on which two lists differ, so that a failure names them. */
	const odd = ( items: readonly { sku: string }[] ) => {
		const found = setsOf( items );
		return members.filter(
			( _, set ) =>
				found.includes( `T-${ set }` ) !==
				touched.includes( `T-${ set }` )
		);
	};
	const preview = await sync( shop, 'preview' );
	expect( odd( await changesOf( preview, 'updated' ) ) ).toEqual( [] );
	const run = await sync( shop );
	expect( run.error ).toBeNull();
	expect( run.counts.failed ).toBe( 0 );
	const log = await changesOf( run, 'updated' );
	expect( setsOf( log ) ).toEqual( touched );
	log.forEach( ( change ) => {
		expect( change ).toMatchObject( { after: NEW } );
		expect( change.before ).not.toBe( NEW );
	} );
	const writtenIds = new Set(
		members.flatMap( ( mix, set ) => {
			const written = new Set( verdicts[ set ]?.written );
			return mix
				.filter( ( one ) =>
					[ ...written ].some( ( other ) => other === one )
				)
				.map( ( { id } ) => id );
		} )
	);
	const expected = new Map( before );
	writtenIds.forEach( ( id ) => expected.set( id, NEW ) );
	expect( await numbers() ).toEqual( expected );

	const again = await sync( shop, 'preview' );
	expect( again.counts ).toMatchObject( { updated: 0, failed: 0 } );

	const back = verdicts.filter( ( { canGoBack } ) => canGoBack.length > 0 );
	const undone = await undo( run );
	expect( undone.report ).toMatchObject( {
		written: touched.length,
		back: back.length,
		changed_since: 0,
	} );
	expect( undone.run.counts ).toMatchObject( {
		updated: back.length,
		failed: 0,
	} );
	const original = new Map( expected );
	members.forEach( ( mix, set ) =>
		mix.forEach( ( one ) => {
			if (
				verdicts[ set ]?.canGoBack.some( ( other ) => other === one )
			) {
				original.set( one.id, one.stock );
			}
		} )
	);
	expect( await numbers() ).toEqual( original );
	// The undo can be undone too.
	await undo( undone.run );
	expect( await numbers() ).toEqual( expected );
}

it.each( [
	[ 'wpml', false ],
	[ 'polylang', false ],
	[ 'polylang', true ],
] )(
	'%s, stock management enabled: %s: log, preview and undo agree with what was written',
	async ( plugin, enables ) => {
		await fc.assert(
			fc.asyncProperty( mixes, ( drawn ) =>
				tryOut( drawn, plugin, enables )
			),
			{ numRuns: 1, endOnFailure: true }
		);
	}
);
