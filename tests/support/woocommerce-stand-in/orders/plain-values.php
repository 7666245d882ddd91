<?php
/**
 * Properties of orders, refunds and lines that are only stored.
 */

declare(strict_types=1);

namespace WooStandIn\Orders;

final class PlainValues {
	/** @var array<string, string> Of orders and refunds. */
	public const SHARED = array(
		'parent_id'          => 'id',
		'version'            => 'text',
		'prices_include_tax' => 'flag',
		'date_created'       => 'date',
		'date_modified'      => 'date',
		'discount_total'     => 'money',
		'discount_tax'       => 'money',
		'shipping_total'     => 'money',
		'shipping_tax'       => 'money',
		'cart_tax'           => 'money',
		'total_tax'          => 'money',
	);

	/** @var array<string, string> Of orders. */
	public const OF_ORDERS = self::SHARED + array(
		'customer_id'                  => 'id',
		'order_key'                    => 'text',
		'customer_note'                => 'text',
		'customer_ip_address'          => 'text',
		'customer_user_agent'          => 'text',
		'created_via'                  => 'text',
		'cart_hash'                    => 'text',
		'payment_method'               => 'text',
		'payment_method_title'         => 'text',
		'transaction_id'               => 'text',
		'date_completed'               => 'date',
		'date_paid'                    => 'date',
		'order_stock_reduced'          => 'flag',
		'download_permissions_granted' => 'flag',
		'new_order_email_sent'         => 'flag',
		'recorded_sales'               => 'flag',
		'recorded_coupon_usage_counts' => 'flag',
	);

	/** @var array<string, string> Of refunds. */
	public const OF_REFUNDS = self::SHARED + array(
		'amount'           => 'amount',
		'reason'           => 'text',
		'refunded_by'      => 'id',
		'refunded_payment' => 'flag',
	);

	/** @var array<string, string> Of lines. */
	public const OF_LINES = array(
		'order_id'     => 'id',
		'name'         => 'text',
		'product_id'   => 'id',
		'variation_id' => 'id',
		'tax_class'    => 'text',
		'subtotal'     => 'amount',
		'subtotal_tax' => 'amount',
		'total'        => 'amount',
		'total_tax'    => 'amount',
	);
}
