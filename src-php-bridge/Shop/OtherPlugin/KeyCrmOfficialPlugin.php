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
 * Its class and option names are those of keycrm-server/API.md §12; it may be absent, older, newer or edited,
 * so nothing of it is assumed to be there, and nothing of it is ever written.
 */
final class KeyCrmOfficialPlugin {

	private const SETTINGS = 'woocommerce_integration-keycrm_settings';

	/** On each save these sleep, send a request and create products in KeyCRM. */
	private const LISTENERS = array(
		'woocommerce_update_product'           => 'handle_product_update',
		'woocommerce_update_product_variation' => 'handle_variation_save',
	);

	public function is_active(): bool {
		return class_exists( 'WC_Integration_Keycrm', false );
	}

	/** Its folder among the plugins; '' where it is not active. */
	public function folder(): string {
		if ( ! $this->is_active() ) {
			return '';
		}
		// A class of another plugin, which may or may not be there. @phpstan-ignore argument.type
		$file = ( new \ReflectionClass( 'WC_Integration_Keycrm' ) )->getFileName();
		return false === $file ? '' : explode( '/', plugin_basename( $file ) )[0];
	}

	/** Whether its webhook sets stock too: always less the reserves, without our warehouses and buffer, and late. */
	public function writes_stock(): bool {
		return $this->is_active() && 'yes' === $this->setting( 'webhook_stock_update' );
	}

	/** Requests of both programs then count against one limit. */
	public function uses_key( string $key ): bool {
		$own = trim( $this->setting( 'api_key' ) );
		return '' !== $own && $this->is_active() && hash_equals( $own, trim( $key ) );
	}

	public function settings_url(): string {
		return admin_url( 'admin.php?page=wc-settings&tab=integration&section=integration-keycrm' );
	}

	/**
	 * Works while its product listeners are off, and puts them back even after an exception.
	 *
	 * Saving a variation queues its parent, which WooCommerce saves at the end of the request; that
	 * would wake the plugin after all, so the queue is worked off inside.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	public function muted( callable $work ) {
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
