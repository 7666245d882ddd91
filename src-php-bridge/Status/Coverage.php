<?php
/**
 * How many products are matched with KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/** As the newest comparison of the whole shop found it. A product is matched where KeyCRM has its SKU. */
final class Coverage {

	/**
	 * @param bool     $known       False before the first comparison; all numbers are then 0.
	 * @param int      $products    Without those that the owner does not want synced.
	 * @param int      $matched     Those of them whose SKU KeyCRM has.
	 * @param int      $without_sku Those of them that have no SKU.
	 * @param int      $excluded    Those that the owner does not want synced.
	 * @param int|null $in_keycrm   Variants in the KeyCRM account; null where its whole list was never read.
	 */
	public function __construct(
		public readonly bool $known,
		public readonly int $products,
		public readonly int $matched,
		public readonly int $without_sku,
		public readonly int $excluded,
		public readonly ?int $in_keycrm,
	) {}

	/** @param Run|null $comparison The newest run that looked at the whole shop. */
	public static function from_run( ?Run $comparison, ?int $in_keycrm ): self {
		if ( null === $comparison ) {
			return new self( false, 0, 0, 0, 0, $in_keycrm );
		}
		$excluded = $comparison->counts->count( Outcome::Excluded );
		$products = array_sum( $comparison->counts->to_array() ) - $excluded;
		// Runs of the first versions have no report; their counts tell nearly as much.
		$matched = $comparison->guard->matched ?? $products - $comparison->counts->count( Outcome::NotInKeyCrm );
		$listed  = $comparison->guard->listed ?? $products;
		return new self( true, $products, min( $matched, $products ), max( 0, $products - $listed ), $excluded, $in_keycrm );
	}

	public function state(): CoverageState {
		return match ( true ) {
			! $this->known => CoverageState::Unknown,
			0 === $this->products && $this->excluded > 0 => CoverageState::AllExcluded,
			0 === $this->products => CoverageState::NoProducts,
			$this->without_sku >= $this->products => CoverageState::NoSkus,
			0 === $this->matched => CoverageState::None,
			$this->matched < $this->products => CoverageState::Some,
			default => CoverageState::All,
		};
	}
}
