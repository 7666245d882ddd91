<?php
/**
 * The tables of high-performance order storage.
 */

declare(strict_types=1);

namespace WooStandIn\Install;

final class OrderSchema {
	/** @return array<string, string> */
	public static function columns(): array {
		return array(
			'wc_orders'                 => 'id bigint(20) unsigned NOT NULL,
status varchar(20) NULL,
currency varchar(10) NULL,
type varchar(20) NULL,
tax_amount decimal(26,8) NULL,
total_amount decimal(26,8) NULL,
customer_id bigint(20) unsigned NULL,
billing_email varchar(320) NULL,
date_created_gmt datetime NULL,
date_updated_gmt datetime NULL,
parent_order_id bigint(20) unsigned NULL,
payment_method varchar(100) NULL,
payment_method_title text NULL,
transaction_id varchar(100) NULL,
ip_address varchar(100) NULL,
user_agent text NULL,
customer_note text NULL,
PRIMARY KEY  (id),
KEY status (status),
KEY date_created (date_created_gmt),
KEY type_status_date (type,status,date_created_gmt),
KEY parent_order_id (parent_order_id)',
			'wc_order_addresses'        => 'id bigint(20) unsigned NOT NULL auto_increment,
order_id bigint(20) unsigned NOT NULL,
address_type varchar(20) NULL,
first_name text NULL,
last_name text NULL,
company text NULL,
address_1 text NULL,
address_2 text NULL,
city text NULL,
state text NULL,
postcode text NULL,
country text NULL,
email varchar(320) NULL,
phone varchar(100) NULL,
PRIMARY KEY  (id),
KEY order_id (order_id)',
			'wc_order_operational_data' => 'id bigint(20) unsigned NOT NULL auto_increment,
order_id bigint(20) unsigned NULL,
created_via varchar(100) NULL,
woocommerce_version varchar(20) NULL,
prices_include_tax tinyint(1) NULL,
coupon_usages_are_counted tinyint(1) NULL,
download_permission_granted tinyint(1) NULL,
cart_hash varchar(100) NULL,
new_order_email_sent tinyint(1) NULL,
order_key varchar(100) NULL,
order_stock_reduced tinyint(1) NULL,
date_paid_gmt datetime NULL,
date_completed_gmt datetime NULL,
shipping_tax_amount decimal(26,8) NULL,
shipping_total_amount decimal(26,8) NULL,
discount_tax_amount decimal(26,8) NULL,
discount_total_amount decimal(26,8) NULL,
recorded_sales tinyint(1) NULL,
PRIMARY KEY  (id),
UNIQUE KEY order_id (order_id)',
			'wc_orders_meta'            => 'id bigint(20) unsigned NOT NULL auto_increment,
order_id bigint(20) unsigned NULL,
meta_key varchar(255) default NULL,
meta_value text NULL,
PRIMARY KEY  (id),
KEY meta_key_value (meta_key(50),meta_value(20)),
KEY order_id_meta_key_meta_value (order_id,meta_key(100),meta_value(82))',
		);
	}
}
