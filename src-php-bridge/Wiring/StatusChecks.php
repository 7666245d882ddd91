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

	public static function tests( Services $services ): ConflictHealth {
		return new ConflictHealth( self::sync( $services ), $services->rivals, $services->schema );
	}

	public static function sync( Services $services ): SyncHealth {
		return new SyncHealth( $services->facts, $services->troubles, $services->notifications, $services->settings );
	}

	public static function info( Services $services ): HealthInfo {
		return new HealthInfo( $services->lookout, $services->facts, $services->settings, $services->key, $services->rivals );
	}
}
