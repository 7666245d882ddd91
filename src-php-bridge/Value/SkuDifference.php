<?php
/**
 * In what two SKUs differ that are probably meant to be one.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value;

defined( 'ABSPATH' ) || exit;

enum SkuDifference: string {
	case Case    = 'case';
	case Spaces  = 'spaces';
	case Letters = 'letters';
	case Zeros   = 'zeros';
}
