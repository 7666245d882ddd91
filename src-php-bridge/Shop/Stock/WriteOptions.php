<?php
/**
 * What the owner has chosen about writing.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

final class WriteOptions {

	/**
	 * @param bool $enable_stock_management Switch "Track stock quantity" on where it is off, and write.
	 * @param bool $fire_stock_emails       Send WooCommerce's low and out of stock e-mails when a number falls.
	 * @param bool $adds_rows               Whether missing rows may be added. Only for a page of one product with its translations:
	 *                                      under locks of other products, an INSERT and a waiting sale would deadlock.
	 * @param (\Closure(): void)|null $keep_alive Called now and then while the follow-up lasts, which other plugins' listeners may make long.
	 */
	public function __construct(
		public readonly bool $enable_stock_management,
		public readonly bool $fire_stock_emails,
		public readonly bool $adds_rows = false,
		public readonly ?\Closure $keep_alive = null,
	) {}
}
