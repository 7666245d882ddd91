/** Draws translation sets in every state, and says what a sync should do with each. */
import * as fc from 'fast-check';
import { phpFile } from '../../../support/php-file';
import type { BulkProduct } from '../../../support/fill/bulk-fill';

export const SETS = 80;

export interface Member {
	readonly status: 'publish' | 'draft' | 'trash' | 'deleted';
	readonly keeps: 'own' | 'parent' | 'off';
	readonly hasSku: boolean;
	readonly isExcluded: boolean;
	/** The stock before the sync; used only if it keeps a number. */
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

/** States that every multilingual shop has; the others are drawn at random. */
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

/** Returns what the sync should do with a set, by a few plain rules. */
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
		/** The number before is known for these, so undo can restore it. */
		canGoBack: written.filter( ( { keeps } ) => keeps === 'own' ),
	};
}

export const LANGUAGES = phpFile( __dirname, 'translation-mixes-plugin.php' );

/** Sets relations, states and marks of existing products, as both language plugins store them. */
export const relate = (
	sets: readonly ( readonly ( Member & { id: number } )[] )[]
) => phpFile( __dirname, 'translation-mixes-relate.php', { sets } );

/** A set is of one kind: if one member shares its product's number, all members are variations. */
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
