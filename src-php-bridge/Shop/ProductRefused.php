<?php
/**
 * Other code threw while a product was being written.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

final class ProductRefused extends \RuntimeException {

	public function __construct( public readonly int $product_id, \Throwable $cause ) {
		parent::__construct( Listeners::message( $cause ), 0, $cause );
	}
}
