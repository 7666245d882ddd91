/** A must-use plugin that records which of WooCommerce's actions fired for which product, in order. */
import { z } from 'zod';
import { phpFile } from '../../../support/php-file';
import type { Shop } from '../../../support/worlds/shop';

const HOOKS = [
	'woocommerce_before_product_object_save',
	'woocommerce_product_before_set_stock',
	'woocommerce_variation_before_set_stock',
	'woocommerce_updated_product_stock',
	'woocommerce_product_set_stock',
	'woocommerce_variation_set_stock',
	'woocommerce_product_set_stock_status',
	'woocommerce_variation_set_stock_status',
	'woocommerce_product_set_visibility',
	'woocommerce_product_attributes_updated',
	'woocommerce_product_object_updated_props',
	'woocommerce_delete_product_transients',
	'woocommerce_variable_product_sync_data',
	'woocommerce_updated_product_price',
	'woocommerce_update_product',
	'woocommerce_update_product_variation',
	'woocommerce_after_product_object_save',
	'clean_post_cache',
];

export const HOOK_RECORDER = phpFile( __dirname, 'hook-recorder.php', {
	hooks: HOOKS,
} );

/** PHP: records what fires from here to the end of the request. */
export const START_RECORDING = `$GLOBALS['recorded_hooks'] = array();`;

/** Returns what the last recorded request fired, by product id, in order. */
export async function readRecording(
	shop: Shop
): Promise< Map< number, string[] > > {
	const notes = z
		.array( z.tuple( [ z.number(), z.string() ] ) )
		.parse(
			await shop.php(
				`return get_option( 'test_recorded_hooks', array() );`
			)
		);
	const recording = new Map< number, string[] >();
	for ( const [ id, hook ] of notes ) {
		recording.set( id, [ ...( recording.get( id ) ?? [] ), hook ] );
	}
	return recording;
}
