<?php
/**
 * One of the two places where a product's stock quantity is kept.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/** A run writes the quantities of one side, and compares them with the other's. @see src-admin/contract/common.ts sideSchema */
enum Side: string {
	case Shop    = 'shop';
	case KeyCrm  = 'keycrm';
}
