<?php
/**
 * Compares a plan with the owner's limits.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Guard;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\GuardSettings;
use KeyCrmStock\Value\Run\GuardReport;

/** Pure. Small runs always pass. */
final class Guard {

	/** The share of products that KeyCRM knows may fall by so many percentage points from one good run to the next. */
	private const MOST_POINTS_LOST = 20;

	/** @param GuardReport|null $last The report of the last run that ended well. */
	public function weigh( GuardReport $plan, ?GuardReport $last, GuardSettings $limits ): GuardReport {
		$reasons = array();
		if ( $plan->changes > $limits->min_products ) {
			$reasons = array_keys(
				array_filter(
					array(
						GuardReport::ZEROED    => $this->percent( $plan->zeroed, $plan->in_stock ) > $limits->max_zeroed_percent,
						GuardReport::DROP      => $this->percent( $plan->units_before - $plan->units_after, $plan->units_before ) > $limits->max_drop_percent,
						GuardReport::UNMATCHED => null !== $last
							&& $this->percent( $last->matched, $last->listed ) - $this->percent( $plan->matched, $plan->listed ) > self::MOST_POINTS_LOST,
					)
				)
			);
		}
		return new GuardReport(
			$reasons,
			$plan->changes,
			$plan->in_stock,
			$plan->in_stock_after,
			$plan->zeroed,
			$plan->units_before,
			$plan->units_after,
			$plan->listed,
			$plan->matched,
			$last->matched ?? -1
		);
	}

	/**
	 * A refresh sees some products only. So it is weighed together with the refreshes just before it, against the whole
	 * shop: a hundred small losses are one large one.
	 *
	 * @param GuardReport      $earlier What those have written.
	 * @param GuardReport|null $shop    The report of the last sync that ended well.
	 */
	public function together( GuardReport $plan, GuardReport $earlier, ?GuardReport $shop ): GuardReport {
		$stock  = max( $shop->in_stock_after ?? 0, $plan->in_stock + $earlier->in_stock );
		$zeroed = $plan->zeroed + $earlier->zeroed;
		$lost   = $plan->units_before - $plan->units_after + max( 0.0, $earlier->units_before - $earlier->units_after );
		$before = max( $shop->units_after ?? 0.0, $plan->units_before + $earlier->units_before );
		return new GuardReport(
			array(),
			$plan->changes + $earlier->changes,
			$stock,
			$stock - $zeroed,
			$zeroed,
			$before,
			$before - $lost,
			$shop->listed ?? $plan->listed,
			$shop->matched ?? $plan->matched,
			-1
		);
	}

	/** Whether a person has already agreed to lose at least as much. */
	public function is_confirmed( GuardReport $plan, ?GuardReport $confirmed ): bool {
		return null !== $confirmed
			&& $plan->zeroed <= $confirmed->zeroed
			&& $plan->units_before - $plan->units_after <= $confirmed->units_before - $confirmed->units_after
			&& $plan->matched >= $confirmed->matched;
	}

	private function percent( float $part, float $whole ): float {
		return $whole > 0 ? 100 * $part / $whole : 0.0;
	}
}
