<?php
/**
 * The wiring of what Site Health and WP-CLI say about the sync.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Health\HealthInfo;
use KeyCrmStock\Health\HealthTests;
use KeyCrmStock\Health\SyncHealth;
use KeyCrmStock\Services;
use KeyCrmStock\Status\OtherWriters;
use KeyCrmStock\Store\Change\WriteHistory;
use KeyCrmStock\Store\Option\WebhookReceipts;
use KeyCrmStock\Text\OtherWritersNotices;

final class StatusChecks {

	public static function tests( Services $services ): HealthTests {
		return new HealthTests( self::sync( $services ), $services->conflicting_plugins, self::other_writers( $services ), $services->schema );
	}

	public static function sync( Services $services ): SyncHealth {
		return new SyncHealth( $services->facts, $services->alerts, $services->notifications, $services->settings );
	}

	public static function other_writers( Services $services ): OtherWritersNotices {
		$writers = new OtherWriters( new WriteHistory( $services->database ), new WebhookReceipts( $services->database ), $services->settings, $services->clock );
		return new OtherWritersNotices( $writers, $services->conflicting_plugins, $services->catalogue );
	}

	public static function info( Services $services ): HealthInfo {
		return new HealthInfo( $services->sync_status, $services->facts, $services->settings, $services->key, $services->conflicting_plugins );
	}
}
