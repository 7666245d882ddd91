<?php
/**
 * One product that could not be written.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\WordPressHooks\SafeHooks;

/**
 * The transaction can still be committed. A product that is refused twice in a row is left out. The first time, a
 * statement may have failed by chance, which WooCommerce does not report.
 */
final class ProductWriteFailed extends \RuntimeException {

	/** @param bool $is_fatal False if the page may still write the product, because another plugin may cause the difference on purpose. */
	private function __construct(
		string $message,
		public readonly int $product_id,
		public readonly bool $is_fatal,
	) {
		parent::__construct( $message );
	}

	public static function by_exception( int $product_id, \Throwable $cause ): self {
		return new self( SafeHooks::message( $cause ), $product_id, true );
	}

	/** WooCommerce's statement, or another plugin's in its place, did not store the number. */
	public static function not_stored( int $product_id ): self {
		return new self( WriteResult::NOT_STORED, $product_id, true );
	}

	/** WooCommerce's product differs from the database: a query failed, or another plugin filters a value. */
	public static function differs( int $product_id ): self {
		return new self( WriteResult::SHOWN_OTHERWISE, $product_id, false );
	}
}
