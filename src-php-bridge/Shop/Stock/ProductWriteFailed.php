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
 * The transaction still lives. A product that is refused twice in a row is left out; the first time it may have
 * been a statement that failed by chance, which WooCommerce does not tell.
 */
final class ProductWriteFailed extends \RuntimeException {

	/** @param bool $is_fatal False where the page may go on with the product: another plugin may want it so. */
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

	/** WooCommerce's own statement, or what another plugin put in its place, did not store the number. */
	public static function not_stored( int $product_id ): self {
		return new self( WriteResult::NOT_STORED, $product_id, true );
	}

	/** WooCommerce sees another product than the database has: something was not read, or another plugin filters it. */
	public static function differs( int $product_id ): self {
		return new self( WriteResult::SHOWN_OTHERWISE, $product_id, false );
	}
}
