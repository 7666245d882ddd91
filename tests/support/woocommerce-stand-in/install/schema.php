<?php
/**
 * The tables with the columns and keys of WooCommerce 11 and Action Scheduler 4.
 */

declare(strict_types=1);

namespace WooStandIn\Install;

final class Schema {
	/** @return list<string> One CREATE TABLE each, in the form dbDelta() wants. */
	public static function all(): array {
		global $wpdb;
		$collate = $wpdb->has_cap( 'collation' ) ? $wpdb->get_charset_collate() : '';
		$made    = array();
		foreach ( self::columns() + OrderSchema::columns() + QueueSchema::columns() as $table => $columns ) {
			$made[] = "CREATE TABLE {$wpdb->prefix}{$table} (\n{$columns}\n) {$collate};";
		}
		return $made;
	}

	/** @return array<string, string> */
	private static function columns(): array {
		return array(
			'wc_product_meta_lookup'       => "product_id bigint(20) NOT NULL,
sku varchar(100) NULL default '',
global_unique_id varchar(100) NULL default '',
`virtual` tinyint(1) NULL default 0,
downloadable tinyint(1) NULL default 0,
min_price decimal(19,4) NULL default NULL,
max_price decimal(19,4) NULL default NULL,
onsale tinyint(1) NULL default 0,
stock_quantity double NULL default NULL,
stock_status varchar(100) NULL default 'instock',
rating_count bigint(20) NULL default 0,
average_rating decimal(3,2) NULL default 0.00,
total_sales bigint(20) NULL default 0,
tax_status varchar(100) NULL default 'taxable',
tax_class varchar(100) NULL default '',
PRIMARY KEY  (product_id),
KEY stock_status (stock_status),
KEY stock_quantity (stock_quantity),
KEY sku (sku(50))",
			'wc_product_attributes_lookup' => 'product_id bigint(20) NOT NULL,
product_or_parent_id bigint(20) NOT NULL,
taxonomy varchar(32) NOT NULL,
term_id bigint(20) NOT NULL,
is_variation_attribute tinyint(1) NOT NULL,
in_stock tinyint(1) NOT NULL,
PRIMARY KEY  (product_or_parent_id,term_id,product_id,taxonomy),
KEY is_variation_attribute_term_id (is_variation_attribute,term_id)',
			'wc_reserved_stock'            => "order_id bigint(20) NOT NULL,
product_id bigint(20) NOT NULL,
stock_quantity double NOT NULL DEFAULT 0,
timestamp datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
expires datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
PRIMARY KEY  (order_id,product_id)",
			'woocommerce_order_items'      => "order_item_id bigint(20) unsigned NOT NULL auto_increment,
order_item_name text NOT NULL,
order_item_type varchar(200) NOT NULL DEFAULT '',
order_id bigint(20) unsigned NOT NULL,
PRIMARY KEY  (order_item_id),
KEY order_id (order_id)",
			'woocommerce_order_itemmeta'   => 'meta_id bigint(20) unsigned NOT NULL auto_increment,
order_item_id bigint(20) unsigned NOT NULL,
meta_key varchar(255) default NULL,
meta_value longtext NULL,
PRIMARY KEY  (meta_id),
KEY order_item_id (order_item_id),
KEY meta_key (meta_key(32))',
		);
	}
}
