<?php
/**
 * What of the shop and of KeyCRM has no counterpart, or none that is clear.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Exclusion\ExcludedProducts;
use KeyCrmStock\Store\Mismatch\MismatchTable;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\Mismatch;
use KeyCrmStock\Value\Change\MismatchGroup;

/**
 * As the newest run that has looked at the whole shop has found it; only what the owner wants left alone
 * is as of now. A reading of the shop's own offers leaves the rest of KeyCRM's list as it was known.
 */
final class MismatchLists {

	public function __construct(
		private readonly RunTable $runs,
		private readonly FullReadCheckpoint $whole_read,
		private readonly MismatchTable $mismatches,
		private readonly ExcludedProducts $excluded,
	) {}

	/** Null before the shop and KeyCRM have been compared, with this account. */
	public function comparison(): ?Comparison {
		$run  = $this->runs->newest_list();
		$read = $this->whole_read->last();
		return null === $run || null === $read ? null : new Comparison( $run->id, $run->planned_at ?? $run->started_at, $read->started_at );
	}

	public function count( MismatchGroup $group, Comparison $comparison ): int {
		return MismatchGroup::Excluded === $group ? $this->excluded->count() : $this->mismatches->count( $group, $comparison );
	}

	/** @return list<Mismatch> In the order of SKUs. */
	public function page( MismatchGroup $group, Comparison $comparison, int $page, int $per_page ): array {
		return MismatchGroup::Excluded === $group
			? $this->left_alone( $this->excluded->page( $page, $per_page ) )
			: $this->mismatches->page( $group, $comparison, $page, $per_page );
	}

	/**
	 * All of a group, with a few rows in memory at a time.
	 *
	 * @return \Generator<int, list<Mismatch>> Portions.
	 */
	public function portions( MismatchGroup $group, Comparison $comparison, int $rows ): \Generator {
		if ( MismatchGroup::Excluded !== $group ) {
			yield from $this->mismatches->portions( $group, $comparison, $rows );
			return;
		}
		for ( $ids = $this->excluded->after( 0, $rows ); array() !== $ids; $ids = $this->excluded->after( $ids[ count( $ids ) - 1 ], $rows ) ) {
			yield $this->left_alone( $ids );
		}
	}

	/**
	 * @param list<int> $ids
	 * @return list<Mismatch>
	 */
	private function left_alone( array $ids ): array {
		return array_map( static fn ( int $id ): Mismatch => new Mismatch( MismatchGroup::Excluded, $id ), $ids );
	}
}
