<?php
/**
 * Which changes of a run a list shows.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Outcome;

final class ChangeFilter {

	/** @param string $search Part of an SKU; '' for all. */
	public function __construct(
		public readonly int $run_id,
		public readonly ?Outcome $outcome = null,
		public readonly string $search = '',
	) {}
}
