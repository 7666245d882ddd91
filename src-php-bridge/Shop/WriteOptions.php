<?php
/**
 * What the owner has chosen about writing.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

final class WriteOptions {

	/**
	 * @param bool $enable_stock_management Switch "Track stock quantity" on where it is off, and write.
	 * @param bool $fire_stock_emails       Send WooCommerce's low and out of stock e-mails when a number falls.
	 */
	public function __construct(
		public readonly bool $enable_stock_management,
		public readonly bool $fire_stock_emails,
	) {}
}
