<?php
/**
 * Handlers of changes of an order's status, and the e-mails about stock.
 */

declare(strict_types=1);

namespace WooStandIn\Orders;

use Automattic\WooCommerce\Utilities\OrderUtil;
use WC_Product;

final class OrderHooks {
	private const TAKES_STOCK = array( 'processing', 'completed', 'on-hold' );

	private const GIVES_BACK = array( 'cancelled', 'pending', 'failed' );

	public static function init(): void {
		add_filter( 'woocommerce_order_data_store', array( self::class, 'choose_storage' ), 999 );
		add_filter( 'woocommerce_order-refund_data_store', array( self::class, 'choose_storage' ), 999 );
		foreach ( array( 'completed', 'processing', 'on-hold', 'completed_to_cancelled', 'processing_to_cancelled', 'on-hold_to_cancelled' ) as $change ) {
			add_action( "woocommerce_order_status_$change", 'wc_update_total_sales_counts' );
		}
		foreach ( array( 'woocommerce_trash_order', 'woocommerce_untrash_order', 'woocommerce_before_delete_order' ) as $hook ) {
			add_action( $hook, 'wc_update_total_sales_counts' );
		}
		add_action( 'woocommerce_payment_complete', 'wc_maybe_reduce_stock_levels' );
		foreach ( self::TAKES_STOCK as $status ) {
			add_action( "woocommerce_order_status_$status", 'wc_maybe_reduce_stock_levels' );
		}
		foreach ( self::GIVES_BACK as $status ) {
			add_action( "woocommerce_order_status_$status", 'wc_maybe_increase_stock_levels' );
		}
		add_action( 'woocommerce_low_stock', array( self::class, 'tell_low_stock' ) );
		add_action( 'woocommerce_no_stock', array( self::class, 'tell_no_stock' ) );
	}

	public static function choose_storage( mixed $posts ): mixed {
		return OrderUtil::custom_orders_table_usage_is_enabled() ? new Store\TablesStore() : $posts;
	}

	public static function tell_low_stock( WC_Product $product ): void {
		self::tell( 'low_stock', $product, "{$product->get_formatted_name()}: {$product->get_stock_quantity()} left." );
	}

	public static function tell_no_stock( WC_Product $product ): void {
		self::tell( 'no_stock', $product, "{$product->get_formatted_name()}: none left." );
	}

	private static function tell( string $kind, WC_Product $product, string $message ): void {
		do_action( "woocommerce_{$kind}_notification", $product );
		if ( 'no' === get_option( "woocommerce_notify_$kind", 'yes' ) || false === apply_filters( "woocommerce_should_send_{$kind}_notification", true, $product->get_id() ) ) {
			return;
		}
		wp_mail(
			apply_filters( "woocommerce_email_recipient_$kind", get_option( 'woocommerce_stock_email_recipient' ), $product, null ),
			apply_filters( "woocommerce_email_subject_$kind", '[' . get_option( 'blogname' ) . '] ' . $kind, $product, null ),
			apply_filters( "woocommerce_email_content_$kind", $message, $product )
		);
	}
}
