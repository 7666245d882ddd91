<?php
/**
 * The object behind WC(). It holds the factories, and starts each part on the same hooks as WooCommerce.
 */

declare(strict_types=1);

final class WooCommerce {
	/** @var string */
	public $version = WC_VERSION;

	/** @var WC_Product_Factory|null */
	public $product_factory = null;

	/** @var WC_Order_Factory|null */
	public $order_factory = null;

	/** @var WC_Integrations|null */
	public $integrations = null;

	/** @var null A shopper's session: the stand-in has no shop front. */
	public $session = null;

	/** @var null */
	public $cart = null;

	/** @var self|null */
	protected static $_instance = null;

	public static function instance() {
		return self::$_instance ??= new self();
	}

	/** Registers everything; called once, while the plugin file is being loaded. */
	public function stand_in_start(): void {
		WC_Install::stand_in_name_tables();
		register_activation_hook( WC_PLUGIN_FILE, array( 'WC_Install', 'install' ) );
		add_action( 'plugins_loaded', array( $this, 'on_plugins_loaded' ), -1 );
		add_action( 'init', array( $this, 'init' ), 0 );
		add_action( 'switch_blog', array( 'WC_Install', 'stand_in_name_tables' ), 0 );
		WC_Install::init();
		WC_Post_Types::init();
		WC_Cache_Helper::init();
		WC_Post_Data::init();
		\WooStandIn\Products\AttributeLookup::init();
		\WooStandIn\Orders\OrderHooks::init();
		\WooStandIn\Queue\Queue::init();
		\WooStandIn\Admin\Menu::init();
	}

	public function on_plugins_loaded() {
		do_action( 'woocommerce_loaded' );
	}

	public function init() {
		do_action( 'before_woocommerce_init' );
		$this->product_factory = new WC_Product_Factory();
		$this->order_factory   = new WC_Order_Factory();
		$this->integrations    = new WC_Integrations();
		do_action( 'woocommerce_init' );
	}

	public function plugin_path() {
		return untrailingslashit( WC_ABSPATH );
	}

	public function plugin_url() {
		return untrailingslashit( plugins_url( '/', WC_PLUGIN_FILE ) );
	}

	public function is_rest_api_request() {
		return defined( 'REST_REQUEST' ) && REST_REQUEST;
	}
}
