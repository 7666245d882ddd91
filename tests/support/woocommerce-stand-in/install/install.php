<?php
/**
 * Makes the tables, options, roles and terms that a new shop has.
 */

declare(strict_types=1);

class WC_Install {
	private const OPTIONS = array(
		'woocommerce_manage_stock'            => 'yes',
		'woocommerce_notify_low_stock'        => 'yes',
		'woocommerce_notify_no_stock'         => 'yes',
		'woocommerce_notify_low_stock_amount' => '2',
		'woocommerce_notify_no_stock_amount'  => '0',
		'woocommerce_hide_out_of_stock_items' => 'no',
		'woocommerce_hold_stock_minutes'      => '60',
		'woocommerce_currency'                => 'USD',
		'woocommerce_price_num_decimals'      => '2',
		'woocommerce_price_decimal_sep'       => '.',
		'woocommerce_default_country'         => 'US:CA',
	);

	public static function init() {
		// For a must-use plugin WordPress runs no activation hook.
		add_action( 'init', array( __CLASS__, 'check_version' ), 5 );
	}

	public static function check_version() {
		if ( WC_VERSION !== get_option( 'woocommerce_version' ) && ! defined( 'IFRAME_REQUEST' ) ) {
			self::install();
			do_action( 'woocommerce_updated' );
		}
	}

	public static function install() {
		if ( ! is_blog_installed() ) {
			return;
		}
		self::stand_in_name_tables();
		self::create_tables();
		add_option( 'woocommerce_stock_email_recipient', get_option( 'admin_email' ) );
		foreach ( self::OPTIONS as $name => $value ) {
			add_option( $name, $value );
		}
		self::create_roles();
		WC_Post_Types::register_taxonomies();
		WC_Post_Types::register_post_types();
		self::create_terms();
		update_option( 'woocommerce_version', WC_VERSION );
		update_option( 'woocommerce_db_version', WC_VERSION );
		do_action( 'woocommerce_flush_rewrite_rules' );
		do_action( 'woocommerce_installed' );
	}

	/** Adds WooCommerce's table names to wpdb, because WooCommerce's code uses them. */
	public static function stand_in_name_tables(): void {
		global $wpdb;
		$names = array(
			'order_itemmeta'          => 'woocommerce_order_itemmeta',
			'wc_product_meta_lookup'  => 'wc_product_meta_lookup',
			'wc_reserved_stock'       => 'wc_reserved_stock',
			'actionscheduler_actions' => 'actionscheduler_actions',
			'actionscheduler_claims'  => 'actionscheduler_claims',
			'actionscheduler_groups'  => 'actionscheduler_groups',
		);
		foreach ( $names as $short => $table ) {
			$wpdb->$short    = $wpdb->prefix . $table;
			$wpdb->tables   = array_unique( array( ...$wpdb->tables, $table ) );
		}
	}

	public static function create_tables() {
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		foreach ( \WooStandIn\Install\Schema::all() as $sql ) {
			dbDelta( $sql );
		}
	}

	public static function create_roles() {
		\WooStandIn\Install\Roles::create();
	}

	public static function create_terms() {
		$terms = array(
			'product_type'       => array( 'simple', 'grouped', 'variable', 'external' ),
			'product_visibility' => array( 'exclude-from-search', 'exclude-from-catalog', 'featured', 'outofstock', 'rated-1', 'rated-2', 'rated-3', 'rated-4', 'rated-5' ),
		);
		foreach ( $terms as $taxonomy => $names ) {
			foreach ( $names as $name ) {
				if ( ! get_term_by( 'name', $name, $taxonomy ) ) {
					wp_insert_term( $name, $taxonomy );
				}
			}
		}
		if ( ! term_exists( (int) get_option( 'default_product_cat', 0 ), 'product_cat' ) ) {
			$made = wp_insert_term( 'Uncategorized', 'product_cat', array( 'slug' => 'uncategorized' ) );
			update_option( 'default_product_cat', is_wp_error( $made ) ? (int) $made->get_error_data() : $made['term_taxonomy_id'] );
		}
	}
}
