<?php
/**
 * Prepares a page of planned changes for the writer.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Write;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Change;

interface Targets {

	/**
	 * @param non-empty-list<Change> $page     Of one run.
	 * @param string                 $settings Fingerprint of the settings that the guard has seen; '' where none decide.
	 */
	public function of( array $page, string $settings = '' ): StockTargets;
}
