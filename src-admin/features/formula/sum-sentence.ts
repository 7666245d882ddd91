import { __, _n, sprintf } from '@wordpress/i18n';
import type { Parts } from '../../contract';
import { formatDeduction, formatNumber } from '../../lib/format';

/** "98 + 35 in 2 warehouses". If the rows of the warehouses are missing or do not add up, only the total. */
function stockTerm( { warehouses, quantity }: Parts ): string {
	const sum = warehouses.reduce( ( total, row ) => total + row.quantity, 0 );
	if ( 0 === warehouses.length || Math.abs( sum - quantity ) > 1e-6 ) {
		return formatNumber( quantity );
	}
	const numbers = warehouses
		.map( ( row ) => formatNumber( row.quantity ) )
		.join( ' + ' );
	const [ only, ...others ] = warehouses;
	if ( undefined !== only && 0 === others.length ) {
		return '' === only.name
			? numbers
			: sprintf(
					/* translators: 1: numbers of units, 2: name of a warehouse. */
					__( '%1$s in %2$s', 'stock-sync-for-keycrm' ),
					numbers,
					only.name
			  );
	}
	return sprintf(
		/* translators: 1: numbers of pieces such as 98 + 35, 2: how many warehouses. */
		_n(
			'%1$s in %2$s warehouse',
			'%1$s in %2$s warehouses',
			warehouses.length,
			'stock-sync-for-keycrm'
		),
		numbers,
		formatNumber( warehouses.length )
	);
}

function cutTerm( {
	name,
	kind,
	amount,
	quantity,
}: Parts[ 'cuts' ][ number ] ): string {
	if ( 'share' === kind ) {
		return sprintf(
			/* translators: 1: number of units with its sign, e.g. −3, 2: name of a warehouse, 3: a number such as 50. */
			__(
				'%1$s not offered from %2$s (only %3$s%% of it)',
				'stock-sync-for-keycrm'
			),
			formatDeduction( quantity ),
			name,
			formatNumber( amount )
		);
	}
	return sprintf(
		/* translators: 1: number of units with its sign, e.g. −3, 2: name of a warehouse, 3: number of pieces. */
		__(
			'%1$s not offered from %2$s (at most %3$s)',
			'stock-sync-for-keycrm'
		),
		formatDeduction( quantity ),
		name,
		formatNumber( amount )
	);
}

function heldTerm( { held, held_orders: heldOrders }: Parts ): string {
	const named = heldOrders.reduce(
		( sum, { quantity } ) => sum + quantity,
		0
	);
	const orders = heldOrders.map( ( { id } ) => `#${ id }` );
	if ( held - named > 1e-6 ) {
		orders.push( '…' );
	}
	return sprintf(
		/* translators: 1: number of units with its sign, e.g. −3, 2: order numbers such as #1042. */
		__(
			'%1$s in orders KeyCRM does not hold yet (%2$s)',
			'stock-sync-for-keycrm'
		),
		formatDeduction( held ),
		orders.join( ', ' )
	);
}

function bufferTerm( { buffer, buffer_from: bufferFrom }: Parts ): string {
	const words = {
		/* translators: %s: a number of units with its sign, e.g. −3. */
		shop: __( '%s buffer', 'stock-sync-for-keycrm' ),
		/* translators: %s: a number of pieces. */
		category: __( '%s buffer of its category', 'stock-sync-for-keycrm' ),
		/* translators: %s: a number of pieces. */
		product: __( '%s buffer of this product', 'stock-sync-for-keycrm' ),
	};
	// eslint-disable-next-line @wordpress/valid-sprintf -- Each of the three has one %s.
	return sprintf( words[ bufferFrom ], formatDeduction( buffer ) );
}

function resultTerm( { exact, available }: Parts ): string {
	if ( exact < 0 && 0 === available ) {
		return sprintf(
			/* translators: %s: a number below 0. */
			__( '%s, so 0 for sale', 'stock-sync-for-keycrm' ),
			formatNumber( exact )
		);
	}
	if ( exact !== available ) {
		return sprintf(
			/* translators: 1: a number such as 12.5, 2: the whole number below it. */
			__(
				'%1$s, rounded down to %2$s for sale',
				'stock-sync-for-keycrm'
			),
			formatNumber( exact ),
			formatNumber( available )
		);
	}
	return sprintf(
		/* translators: %s: a number of pieces. */
		__( '%s for sale', 'stock-sync-for-keycrm' ),
		formatNumber( available )
	);
}

/** The terms that are subtracted from KeyCRM's quantity. */
function deductionTerms( parts: Parts ): string[] {
	const terms = parts.cuts.map( cutTerm );
	if ( 0 !== parts.reserve ) {
		terms.unshift(
			sprintf(
				/* translators: %s: a number of pieces. */
				__( '%s reserved', 'stock-sync-for-keycrm' ),
				formatDeduction( parts.reserve )
			)
		);
	}
	if ( 0 !== parts.held ) {
		terms.push( heldTerm( parts ) );
	}
	if ( 0 !== parts.buffer ) {
		terms.push( bufferTerm( parts ) );
	}
	return terms;
}

/**
 * "98 + 35 in 2 warehouses, −11 reserved, −1 buffer = 121 for sale". Text\AvailabilityText makes the same
 * sentence in PHP; tests/support/sentence-table.ts tests both.
 */
export function sumSentence( parts: Parts ): string {
	const terms = [ stockTerm( parts ), ...deductionTerms( parts ) ].join(
		', '
	);
	return terms === formatNumber( parts.exact )
		? resultTerm( parts )
		: `${ terms } = ${ resultTerm( parts ) }`;
}

/** The same as a list, with the quantities of each warehouse. */
export const sumLines = ( parts: Parts ): string[] => [
	...( parts.warehouses.length > 0
		? parts.warehouses.map( ( { name, quantity, reserve } ) =>
				sprintf(
					/* translators: 1: name of a warehouse, 2: pieces there, 3: how many of them are reserved. */
					__(
						'%1$s: %2$s pieces, %3$s of them reserved',
						'stock-sync-for-keycrm'
					),
					name || __( 'Warehouse', 'stock-sync-for-keycrm' ),
					formatNumber( quantity ),
					formatNumber( reserve )
				)
		  )
		: [ stockTerm( parts ) ] ),
	...deductionTerms( parts ),
	`= ${ resultTerm( parts ) }`,
];
