<?php
/**
 * Whether anything is in stock in the shop.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;

final class StockPresence {

	public function __construct( private readonly Database $database ) {}

	/**
	 * By WooCommerce's lookup table, which has an index on quantities.
	 *
	 * @throws DatabaseError
	 */
	public function has_stock(): bool {
		return null !== $this->database->value( "SELECT 1 FROM {$this->database->names->prefix}wc_product_meta_lookup WHERE stock_quantity > 0 LIMIT 1" );
	}
}
