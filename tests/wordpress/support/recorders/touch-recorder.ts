/** Sees whether WooCommerce's tables or hooks were touched. */
import type { Shop } from '../../../support/worlds/shop';

/** A must-use plugin that notes every stock or product hook that fires. */
export const HOOK_WITNESS = `<?php
foreach ( array(
	'woocommerce_product_set_stock', 'woocommerce_variation_set_stock',
	'woocommerce_product_before_set_stock', 'woocommerce_variation_before_set_stock',
	'woocommerce_product_set_stock_status', 'woocommerce_variation_set_stock_status',
	'woocommerce_updated_product_stock', 'woocommerce_update_product', 'woocommerce_update_product_variation',
	'woocommerce_before_product_object_save', 'woocommerce_delete_product_transients',
	'woocommerce_low_stock', 'woocommerce_no_stock', 'save_post', 'clean_post_cache',
) as $hook ) {
	add_action( $hook, static function () use ( $hook ) {
		if ( get_option( 'witness_on' ) ) {
			file_put_contents( WP_CONTENT_DIR . '/witness.log', "$hook\\n", FILE_APPEND );
		}
	} );
}
`;

export async function startWitness( shop: Shop ): Promise< void > {
	await shop.php(
		`@unlink( WP_CONTENT_DIR . '/witness.log' ); update_option( 'witness_on', 1 ); return true;`
	);
}

export async function witnessed( shop: Shop ): Promise< string[] > {
	const text = await shop.php(
		`update_option( 'witness_on', 0 ); $file = WP_CONTENT_DIR . '/witness.log'; return is_file( $file ) ? file_get_contents( $file ) : '';`
	);
	return String( text )
		.split( '\n' )
		.filter( ( line ) => line !== '' );
}

/** A fingerprint of each table that a sync might touch; ours, options and the queue are not among them. */
export async function fingerprints(
	shop: Shop
): Promise< Record< string, string > > {
	const answer = await shop.php( `
		global $wpdb;
		$prints = array();
		foreach ( array( 'posts', 'postmeta', 'wc_product_meta_lookup', 'terms', 'term_taxonomy', 'term_relationships', 'termmeta', 'wc_reserved_stock', 'woocommerce_order_items' ) as $name ) {
			$rows = $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}$name", ARRAY_N );
			$lines = array_map( 'wp_json_encode', $rows );
			sort( $lines );
			$prints[ $name ] = count( $lines ) . ':' . md5( implode( "\\n", $lines ) );
		}
		return $prints;
	` );
	const prints: Record< string, string > = {};
	for ( const [ name, value ] of Object.entries( answer ?? {} ) ) {
		prints[ name ] = String( value );
	}
	return prints;
}
