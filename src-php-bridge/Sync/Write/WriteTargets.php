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
use KeyCrmStock\Store\Level\LevelMarks;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Sync\Availability\Terms;
use KeyCrmStock\Sync\Run\SettingsFingerprint;
use KeyCrmStock\Value\Change\Change;

final class WriteTargets implements Targets {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly LevelTable $levels,
		private readonly LevelMarks $marks,
		private readonly Terms $terms,
		private readonly SettingsFingerprint $fingerprint,
	) {}

	public function of( array $page, string $settings = '' ): PagePlan {
		$sets = $this->catalogue->sets( array_map( static fn ( Change $change ): int => $change->product_id, $page ) );
		return new WritePlan( $page, $sets, $this->levels, $this->marks, $this->terms, $this->fingerprint, $settings );
	}
}
