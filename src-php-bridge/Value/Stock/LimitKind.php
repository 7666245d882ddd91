<?php
/**
 * How much of a warehouse is for sale.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/settings/warehouse-limits.ts LIMIT_KINDS */
enum LimitKind: string {
	/** A part of what is free in the warehouse, in percent. */
	case Share = 'share';
	/** So many pieces of each product at most. */
	case Ceiling = 'ceiling';
}
