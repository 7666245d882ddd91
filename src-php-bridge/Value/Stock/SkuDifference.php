<?php
/**
 * In what two SKUs differ that are probably meant to be one.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/** In the order in which SkuNormalizer removes them. */
enum SkuDifference: string {
	case Entities    = 'entities';
	case Invisible   = 'invisible';
	case Composition = 'composition';
	case Case        = 'case';
	case Spaces      = 'spaces';
	case Letters     = 'letters';
	case Dashes      = 'dashes';
	case Digits      = 'digits';
	case Zeros       = 'zeros';
}
