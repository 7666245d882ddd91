<?php
/**
 * What came back when the shop called its own webhook address.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Webhook;

defined( 'ABSPATH' ) || exit;

final class TrialResult {

	/**
	 * @param int    $status  HTTP; 0 without an answer.
	 * @param string $details For a developer.
	 * @param string $host    Where a redirect leads to; '' otherwise.
	 */
	public function __construct(
		public readonly TrialOutcome $outcome,
		public readonly int $status = 0,
		public readonly string $details = '',
		public readonly string $host = '',
	) {}
}
