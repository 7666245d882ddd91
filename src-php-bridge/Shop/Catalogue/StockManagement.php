<?php
/**
 * Who keeps the number of a product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

enum StockManagement: string {
	case Own    = 'own';
	case Parent = 'parent';
	case Off    = 'off';
}
