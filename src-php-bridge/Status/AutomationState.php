<?php
/**
 * Whether the shop is synced without a person.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

enum AutomationState: string {
	case Off       = 'off';
	case Failing   = 'failing';
	case Late      = 'late';
	/** Automatic sync is on, but the queue has lost the next one. */
	case Unplanned = 'unplanned';
	case On        = 'on';
}
