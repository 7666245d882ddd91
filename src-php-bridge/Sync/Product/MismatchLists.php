<?php
/**
 * Lists mismatches: products and offers without a counterpart, or with an ambiguous one.
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
 * They are those that the newest run over the whole shop has found; only excluded products are as of now. A read of
 * the shop's own offers keeps what was known of the rest of KeyCRM's list.
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

	/** @return list<Mismatch> Sorted by SKU. */
	public function page( MismatchGroup $group, Comparison $comparison, int $page, int $per_page ): array {
		return MismatchGroup::Excluded === $group
			? $this->left_alone( $this->excluded->page( $page, $per_page ) )
			: $this->mismatches->page( $group, $comparison, $page, $per_page );
	}

	/**
	 * All of a group. It holds only a few rows in memory at a time.
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
