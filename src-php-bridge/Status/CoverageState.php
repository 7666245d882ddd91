<?php
/**
 * How much of the shop is matched with KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

enum CoverageState: string {
	/** The shop and KeyCRM have not been compared yet. */
	case Unknown     = 'unknown';
	case NoProducts  = 'no_products';
	case AllExcluded = 'all_excluded';
	case NoSkus      = 'no_skus';
	case None        = 'none';
	case Some        = 'some';
	case All         = 'all';
}
