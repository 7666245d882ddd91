<?php
/**
 * Prepares a page of planned changes for the writer.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change;

interface Targets {

	/** @param non-empty-list<Change> $page Of one run. */
	public function of( array $page ): PagePlan;
}
