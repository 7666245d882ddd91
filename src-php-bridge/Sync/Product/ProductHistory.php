<?php
/**
 * What is known about one product's number.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Store\Change\ChangeFilter;
use KeyCrmStock\Store\Change\ChangeLog;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\Side;

final class ProductHistory {

	private const MOST = 2000;

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly ChangeLog $log,
		private readonly LevelTable $levels,
	) {}

	/** Null where there is no such product. A translation has its set's history. */
	public function for_product( int $product_id, int $since_ms ): ?ProductHistoryResult {
		$product = $this->catalogue->by_ids( array( $product_id ) )[0] ?? null;
		if ( null === $product ) {
			return null;
		}
		$level   = null;
		$changes = array();
		foreach ( $product->translations as $id ) {
			$level ??= $this->levels->by_product( $id );
			// If there are more, the newest ones are taken.
			foreach ( $this->log->portions( new ChangeFilter( outcome: Outcome::Updated, from_ms: $since_ms, product_id: $id, side: Side::Shop ), self::MOST ) as $portion ) {
				$changes = array_slice( array( ...$changes, ...$portion ), -self::MOST );
			}
		}
		// Changes were read translation by translation, so they are sorted again.
		usort( $changes, static fn ( Change $one, Change $other ): int => $one->written_at <=> $other->written_at );
		return new ProductHistoryResult( $product, $level?->level, $changes );
	}
}
