<?php
/**
 * The wiring of what Site Health and WP-CLI say about the sync.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Health\ConflictHealth;
use KeyCrmStock\Health\HealthInfo;
use KeyCrmStock\Health\SyncHealth;
use KeyCrmStock\Services;

final class StatusChecks {

	public static function tests( Services $of ): ConflictHealth {
		return new ConflictHealth( self::of_sync( $of ), $of->rivals, $of->schema );
	}

	public static function of_sync( Services $of ): SyncHealth {
		return new SyncHealth( $of->facts, $of->troubles, $of->notifications, $of->settings );
	}

	public static function info( Services $of ): HealthInfo {
		return new HealthInfo( $of->lookout, $of->facts, $of->settings, $of->key, $of->rivals );
	}
}
