<?php
/**
 * The features that each plugin has declared itself compatible with.
 */

declare(strict_types=1);

namespace Automattic\WooCommerce\Utilities;

final class FeaturesUtil {
	private const FEATURES = array( 'custom_order_tables', 'cart_checkout_blocks', 'product_block_editor', 'remote_logging' );

	/** @var array<string, array{compatible: list<string>, incompatible: list<string>}> By plugin. */
	private static array $said = array();

	public static function feature_is_enabled( string $feature_id ): bool {
		return 'custom_order_tables' === $feature_id && OrderUtil::custom_orders_table_usage_is_enabled();
	}

	public static function declare_compatibility( string $feature_id, string $plugin_file, bool $positive_compatibility = true ): bool {
		if ( ! doing_action( 'before_woocommerce_init' ) ) {
			wc_doing_it_wrong( __METHOD__, 'Say it while before_woocommerce_init is running.', '7.0' );
			return false;
		}
		if ( ! in_array( $feature_id, self::FEATURES, true ) ) {
			return false;
		}
		$plugin                 = plugin_basename( $plugin_file );
		self::$said[ $plugin ] ??= array( 'compatible' => array(), 'incompatible' => array() );
		self::$said[ $plugin ][ $positive_compatibility ? 'compatible' : 'incompatible' ][] = $feature_id;
		return true;
	}

	public static function get_compatible_features_for_plugin( string $plugin_name ): array {
		$said              = self::$said[ $plugin_name ] ?? array( 'compatible' => array(), 'incompatible' => array() );
		$said['uncertain'] = array_values( array_diff( self::FEATURES, $said['compatible'], $said['incompatible'] ) );
		return $said;
	}
}
