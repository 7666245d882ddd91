<?php
/**
 * How new the quantities in the shop are.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

enum FreshnessState: string {
	case Never           = 'never';
	/** Settings that decide quantities were changed after the last sync. */
	case SettingsChanged = 'settings_changed';
	/** Automatic sync is on, and the last successful one is older than it should be. */
	case Stale           = 'stale';
	case Current         = 'current';
}
