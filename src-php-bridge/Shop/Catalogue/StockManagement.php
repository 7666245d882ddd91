<?php
/**
 * Whether a product keeps its own number, shares its parent's, or keeps none.
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
