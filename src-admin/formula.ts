import { __, sprintf } from '@wordpress/i18n';
import type { EditableSettings, Example, Parts } from './contract';
import { formatNumber } from './format';

type Rule = Pick<
	EditableSettings,
	'warehouse_ids' | 'subtract_reserve' | 'buffer' | 'allow_negative'
>;
type Row = Example[ 'warehouses' ][ number ];

/** The terms of the formula and what comes out, in the product's unit. */
export interface Sum {
	quantities: number[];
	reserve: number;
	/** In orders of the shop that KeyCRM does not count yet. */
	held: number;
	held_orders: Parts[ 'held_orders' ];
	buffer: number;
	/** Before it was rounded down and cut at 0. */
	exact: number;
	available: number;
}

/** Adds up fractions without 0.1 + 0.2 becoming 0.30000000000000004. */
const total = ( values: number[] ): number =>
	Number( values.reduce( ( sum, value ) => sum + value, 0 ).toFixed( 4 ) );

/**
 * The same rule as the server's: over the chosen warehouses (none chosen: all) the quantity, minus
 * what is reserved where reserves are subtracted, minus the buffer, rounded down, not below 0
 * unless the owner allows it.
 */
export function applyRule( rows: Row[], rule: Rule ): Sum {
	const chosen = rows.filter(
		( { id } ) =>
			0 === rule.warehouse_ids.length || rule.warehouse_ids.includes( id )
	);
	const quantities = chosen.map( ( { quantity } ) => quantity );
	const reserve = rule.subtract_reserve
		? total( chosen.map( ( row ) => row.reserve ) )
		: 0;
	const exact = total( [ ...quantities, -reserve, -rule.buffer ] );
	const whole = Math.floor( exact );

	return {
		quantities,
		reserve,
		held: 0,
		held_orders: [],
		buffer: rule.buffer,
		exact,
		available: rule.allow_negative ? whole : Math.max( 0, whole ),
	};
}

/** A change as the server reckoned it. */
export function sumOfParts( parts: Parts ): Sum {
	const quantities = parts.warehouses.map( ( { quantity } ) => quantity );
	return {
		// Without the warehouses' rows the product's own total is all there is to show.
		quantities:
			total( quantities ) === parts.quantity
				? quantities
				: [ parts.quantity ],
		reserve: total( [
			parts.quantity,
			-parts.held,
			-parts.buffer,
			-parts.exact,
		] ),
		held: parts.held,
		held_orders: parts.held_orders,
		buffer: parts.buffer,
		exact: parts.exact,
		available: parts.available,
	};
}

function result( { exact, available }: Sum ): string {
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

/** "98 + 35 − 11 reserved − 2 kept back = 120 for sale". */
export function sentence( sum: Sum ): string {
	const terms = sum.quantities.length > 0 ? sum.quantities : [ 0 ];
	let left = terms.map( formatNumber ).join( ' + ' );
	if ( 0 !== sum.reserve ) {
		left += ` − ${ sprintf(
			/* translators: %s: a number of pieces. */
			__( '%s reserved', 'stock-sync-for-keycrm' ),
			formatNumber( sum.reserve )
		) }`;
	}
	if ( 0 !== sum.held ) {
		left += ` − ${ sprintf(
			/* translators: 1: a number of pieces, 2: order numbers such as #1042. */
			__(
				'%1$s in orders KeyCRM does not count yet (%2$s)',
				'stock-sync-for-keycrm'
			),
			formatNumber( sum.held ),
			sum.held_orders.map( ( { id } ) => `#${ id }` ).join( ', ' )
		) }`;
	}
	if ( 0 !== sum.buffer ) {
		left += ` − ${ sprintf(
			/* translators: %s: a number of pieces. */
			__( '%s kept back', 'stock-sync-for-keycrm' ),
			formatNumber( sum.buffer )
		) }`;
	}
	const is_alone =
		1 === terms.length &&
		0 === sum.reserve &&
		0 === sum.held &&
		0 === sum.buffer;
	return is_alone ? result( sum ) : `${ left } = ${ result( sum ) }`;
}
