<?php
/**
 * Where a product's buffer was set.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/** The nearest buffer counts: the product's own, else its category's, else the shop's. @see src-admin/contract/change.ts BUFFER_FROM */
enum BufferSource: string {
	case Shop     = 'shop';
	case Category = 'category';
	case Product  = 'product';
}
