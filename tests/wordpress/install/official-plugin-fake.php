<?php
/** Stands in for KeyCRM's own plugin: it adds callbacks to the same hooks. */

if ( get_option( 'fake_official_plugin' ) ) {
	class WC_Integration_Keycrm {}
	add_action( 'plugins_loaded', static function () {
		class WC_Keycrm_Base extends WC_Integration {
			public function __construct() {
				$this->id = 'integration-keycrm';
				add_action( 'woocommerce_update_product', array( $this, 'handle_product_update' ), 10, 2 );
				add_action( 'woocommerce_update_product_variation', array( $this, 'handle_variation_save' ), 20, 2 );
			}
			public function handle_product_update( int $id, WC_Product $product ): void {
				$this->note( $id );
			}
			public function handle_variation_save( int $id, WC_Product $product ): void {
				$this->note( $id );
			}
			private function note( int $id ): void {
				update_option( 'test_woken', array( ...get_option( 'test_woken', array() ), $id ), false );
			}
		}
		add_filter( 'woocommerce_integrations', static fn ( array $all ): array => array( ...$all, 'WC_Keycrm_Base' ) );
	}, 0 );
}
