<?php
/**
 * What KeyCRM says about one offer (product variant).
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value;

defined( 'ABSPATH' ) || exit;

/**
 * `quantity` is the physical total, the reserve included; both are sums over all warehouses.
 * Where KeyCRM's row could not be understood, `problem` says so in a word and the numbers are null:
 * unknown is never 0.
 */
final class StockLevel {

	public const PROBLEM_NUMBER     = 'number';
	public const PROBLEM_WAREHOUSES = 'warehouses';

	/**
	 * @param string               $sku     Trimmed; '' where KeyCRM has none.
	 * @param list<WarehouseLevel> $warehouses
	 * @param int                  $read_at Unix milliseconds at which the request was sent: the number
	 *                                      may be older than the answer, never older than the question.
	 * @param string               $problem '' or one of the PROBLEM_ constants.
	 */
	public function __construct(
		public readonly int $offer_id,
		public readonly string $sku,
		public readonly ?float $quantity,
		public readonly ?float $reserve,
		public readonly array $warehouses,
		public readonly int $read_at,
		public readonly string $problem = '',
	) {}
}
