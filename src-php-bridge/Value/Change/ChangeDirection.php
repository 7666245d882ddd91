<?php
/**
 * Which way a number went.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/change.ts directionSchema */
enum ChangeDirection: string {
	case Up     = 'up';
	case Down   = 'down';
	case ToZero = 'to_zero';
}
