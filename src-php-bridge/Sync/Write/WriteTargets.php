<?php
/**
 * Prepares a page of changes for the writer.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Write;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Level\LevelWriteMarks;
use KeyCrmStock\Sync\Availability\AvailabilityInputs;
use KeyCrmStock\Sync\Run\SettingsFingerprint;
use KeyCrmStock\Value\Change\Change;

final class WriteTargets implements Targets {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly LevelTable $levels,
		private readonly LevelWriteMarks $marks,
		private readonly AvailabilityInputs $terms,
		private readonly SettingsFingerprint $fingerprint,
	) {}

	public function of( array $page, string $settings = '' ): StockTargets {
		$sets = $this->catalogue->sets( array_map( static fn ( Change $change ): int => $change->product_id, $page ) );
		return new SyncTargets( $page, $sets, $this->levels, $this->marks, $this->terms, $this->fingerprint, $settings );
	}
}
