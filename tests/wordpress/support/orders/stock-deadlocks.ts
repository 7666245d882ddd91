const DEADLOCK =
	/WordPress database error Deadlock found [^\n]*? for query ([\s\S]*?) made by /g;

/** Where a product's number is kept: its meta row, its lookup row, this plugin's tables. */
const KEEPS_STOCK = /'_stock'|wc_product_meta_lookup|keycrm_stock_/;

/**
 * Returns the statements about stock that ended in a deadlock, from PHP's log.
 * WooCommerce's own statements about order lines are left out: it deletes them in no fixed order, with or
 * without this plugin.
 */
export const stockDeadlocks = ( log: string ): readonly string[] =>
	[ ...log.matchAll( DEADLOCK ) ]
		.map( ( [ , query = '' ] ) => query )
		.filter( ( query ) => KEEPS_STOCK.test( query ) );
