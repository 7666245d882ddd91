<?php
/**
 * The database gave up the transaction of a page; nothing of it was written.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

final class PageLost extends \RuntimeException {

	/** @param int|null $product_id The product at which it happened, if it was one. */
	private function __construct( string $message, public readonly ?int $product_id ) {
		parent::__construct( $message );
	}

	public static function at( int $product_id, string $error ): self {
		return new self( sprintf( 'The database gave up at product %d: %s', $product_id, $error ), $product_id );
	}

	public static function by_statement( int $product_id ): self {
		return self::at( $product_id, 'a statement failed; the server’s words are in the error log.' );
	}

	public static function somewhere(): self {
		return new self( 'The database gave up the transaction, most likely because other programs changed the same products.', null );
	}
}
