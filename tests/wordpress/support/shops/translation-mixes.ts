/** Translation sets in every state, and what a sync has to do with each. */
import * as fc from 'fast-check';
import type { BulkProduct } from '../../../support/fill/bulk-fill';

export const SETS = 80;

export interface Member {
	readonly status: 'publish' | 'draft' | 'trash' | 'deleted';
	readonly keeps: 'own' | 'parent' | 'off';
	readonly hasSku: boolean;
	readonly isExcluded: boolean;
	/** What it has before; only where it keeps a number. */
	readonly stock: number;
}

export type Mix = readonly Member[];

const member: fc.Arbitrary< Member > = fc.record( {
	status: fc.constantFrom(
		'publish',
		'publish',
		'draft',
		'trash',
		'deleted'
	),
	keeps: fc.constantFrom( 'own', 'own', 'parent', 'off' ),
	hasSku: fc.boolean(),
	isExcluded: fc.constantFrom( false, false, false, false, true ),
	stock: fc.constantFrom( 3, 5, 20 ),
} );

export const mixes: fc.Arbitrary< Mix[] > = fc.array(
	fc.array( member, { minLength: 1, maxLength: 4 } ),
	{ minLength: SETS, maxLength: SETS }
);

/** Those that every shop with languages has; the others are drawn. */
const USUAL_WAYS: readonly Member[ 'keeps' ][][] = [
	[ 'own', 'own' ],
	[ 'own', 'off' ],
	[ 'off', 'own' ],
	[ 'own', 'parent' ],
	[ 'parent', 'own' ],
];

export const USUAL: Mix[] = USUAL_WAYS.flatMap( ( keeps ) =>
	( [ 'publish', 'trash', 'deleted' ] as const ).map( ( status ) =>
		keeps.map( ( how, place ) => ( {
			status: place === 1 ? status : ( 'publish' as const ),
			keeps: how,
			hasSku: place === 0,
			isExcluded: false,
			stock: 3 + 2 * place,
		} ) )
	)
);

/** KeyCRM's number for all of them. */
export const NEW = 20;

/** What the sync has to do with a set, in the fewest words. */
export function judge( mix: Mix, enables: boolean ) {
	const there = mix.filter(
		( { status } ) => status !== 'trash' && status !== 'deleted'
	);
	const holders = there.filter(
		( { keeps } ) => keeps === 'own' || ( enables && keeps === 'off' )
	);
	const isOurs =
		there.some( ( { hasSku } ) => hasSku ) &&
		! there.some( ( { isExcluded } ) => isExcluded );
	const written = isOurs
		? holders.filter(
				( { keeps, stock } ) => keeps !== 'own' || stock !== NEW
		  )
		: [];
	return {
		written,
		/** Of these the number before is known, so it can be put back. */
		canGoBack: written.filter( ( { keeps } ) => keeps === 'own' ),
	};
}

export const LANGUAGES = `
	$plugin = get_option( 'fake_language_plugin' );
	if ( 'wpml' === $plugin ) {
		define( 'ICL_SITEPRESS_VERSION', '4.8' );
	}
	if ( 'polylang' === $plugin ) {
		define( 'POLYLANG_VERSION', '3.7' );
	}
	add_action( 'init', static fn () => register_taxonomy( 'post_translations', array( 'product' ), array( 'public' => false ) ) );`;

/** Relations, states and marks of products that stand there already; as both plugins keep them. */
export const relate = (
	sets: readonly ( readonly ( Member & { id: number } )[] )[]
) => `
	global $wpdb;
	$wpdb->query( "CREATE TABLE IF NOT EXISTS {$wpdb->prefix}icl_translations ( translation_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, element_type VARCHAR(60), element_id BIGINT NULL, trid BIGINT, language_code VARCHAR(7) )" );
	$wpdb->query( "DELETE FROM {$wpdb->prefix}icl_translations" );
	foreach ( json_decode( '${ JSON.stringify(
		sets
	) }', true ) as $trid => $set ) {
		$term = wp_insert_term( 'pll_' . wp_generate_uuid4(), 'post_translations' );
		foreach ( $set as $member ) {
			$id = $member['id'];
			$wpdb->insert( "{$wpdb->prefix}icl_translations", array( 'element_type' => in_array( 'parent', array_column( $set, 'keeps' ), true ) ? 'post_product_variation' : 'post_product', 'element_id' => $id, 'trid' => $trid, 'language_code' => 'uk' ) );
			$wpdb->insert( $wpdb->term_relationships, array( 'object_id' => $id, 'term_taxonomy_id' => $term['term_taxonomy_id'] ) );
			if ( $member['isExcluded'] ) {
				add_post_meta( $id, '_keycrm_stock_exclude', 'yes' );
			}
			if ( 'deleted' === $member['status'] ) {
				$wpdb->delete( $wpdb->posts, array( 'ID' => $id ) );
			} else {
				$wpdb->update( $wpdb->posts, array( 'post_status' => $member['status'] ), array( 'ID' => $id ) );
			}
		}
	}
	wp_cache_flush();
	return true;`;

/** Where one has its number from its product, all are variations: a set is of one kind. */
const areVariations = ( mix: Mix ) =>
	mix.some( ( { keeps } ) => keeps === 'parent' );

export function rowsOf( sets: readonly Mix[] ) {
	const rows: BulkProduct[] = [];
	const places = sets.map( ( mix, set ) =>
		mix.map( ( { keeps, hasSku, stock } ) => {
			const any = { price: 1, name: `Set ${ set }` };
			if ( areVariations( mix ) ) {
				rows.push( {
					...any,
					sku: '',
					stock: keeps === 'parent' ? 1 : null,
					type: 'variable',
					parent: -1,
				} );
			}
			rows.push( {
				...any,
				sku: hasSku ? `T-${ set }` : '',
				stock: keeps === 'own' ? stock : null,
				type: areVariations( mix ) ? 'variation' : 'simple',
				parent: areVariations( mix ) ? rows.length - 1 : -1,
			} );
			return rows.length - 1;
		} )
	);
	return { rows, places };
}
