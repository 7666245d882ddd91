<?php
/**
 * KeyCRM's own WooCommerce plugin, where it is active beside ours.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\OtherPlugin;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\WordPressHooks\DetachedCallbacks;

/**
 * Class and option names: keycrm-server/API.md §12. The plugin may be absent, older, newer or edited, so we assume
 * nothing of it to exist, and write nothing of it.
 */
final class KeyCrmOfficialPlugin {

	private const SETTINGS = 'woocommerce_integration-keycrm_settings';

	/** On each save of a product these methods sleep, send a request and create the product in KeyCRM. */
	private const LISTENERS = array(
		'woocommerce_update_product'           => 'handle_product_update',
		'woocommerce_update_product_variation' => 'handle_variation_save',
	);

	public function is_active(): bool {
		return class_exists( 'WC_Integration_Keycrm', false );
	}

	/** Its folder in wp-content/plugins; '' where it is not active. */
	public function folder(): string {
		if ( ! $this->is_active() ) {
			return '';
		}
		// A class of another plugin, which may or may not be there. @phpstan-ignore argument.type
		$file = ( new \ReflectionClass( 'WC_Integration_Keycrm' ) )->getFileName();
		return false === $file ? '' : explode( '/', plugin_basename( $file ) )[0];
	}

	/** Whether its webhook sets stock too. It always subtracts reserves, and ignores our warehouses and buffer. */
	public function writes_stock(): bool {
		return $this->is_active() && 'yes' === $this->setting( 'webhook_stock_update' );
	}

	/** Whether it uses this key: then the requests of both plugins count against one limit. */
	public function uses_key( string $key ): bool {
		$own = trim( $this->setting( 'api_key' ) );
		return '' !== $own && $this->is_active() && hash_equals( $own, trim( $key ) );
	}

	public function settings_url(): string {
		return admin_url( 'admin.php?page=wc-settings&tab=integration&section=integration-keycrm' );
	}

	/**
	 * Does the work while the plugin's product listeners are off; they are put back even after an exception.
	 *
	 * Saving a variation queues its parent, which WooCommerce saves at the end of the request. That would
	 * call the listeners after all, so the queue is worked off inside.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	public function while_muted( callable $work ) {
		$callbacks = new DetachedCallbacks();
		foreach ( self::LISTENERS as $hook => $method ) {
			$callbacks->take( $hook, 'WC_Keycrm_Base', $method );
		}
		try {
			return $work();
		} finally {
			try {
				\WC_Post_Data::do_deferred_product_sync();
			} finally {
				$callbacks->put_back();
			}
		}
	}

	private function setting( string $name ): string {
		$settings = get_option( self::SETTINGS );
		$value    = is_array( $settings ) ? ( $settings[ $name ] ?? '' ) : '';
		return is_string( $value ) ? $value : '';
	}
}
