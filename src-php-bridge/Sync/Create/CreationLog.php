<?php
/**
 * Notes in the change log what became of each product that is to be made.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Change\CreationRows;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\CreateReason;
use KeyCrmStock\Value\Change\Creation;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\GuardReport;
use KeyCrmStock\Value\Run\Run;

final class CreationLog {

	private const ROWS_AT_A_TIME = 500;

	public function __construct(
		private readonly ChangeTable $changes,
		private readonly CreationRows $rows,
		private readonly DirtyOffers $dirty,
		private readonly Clock $clock,
	) {}

	/** @return list<Change> The next products that are planned and not made yet. */
	public function unmade( int $run_id, int $after_product_id, int $limit ): array {
		return $this->rows->unmade( $run_id, $after_product_id, $limit );
	}

	/**
	 * @param list<int> $ids Products of the shop.
	 * @return list<Change> Those that are planned and not made yet.
	 */
	public function unmade_among( int $run_id, array $ids ): array {
		$rows = array() === $ids ? array() : $this->changes->for_products( $run_id, $ids );
		return array_values( array_filter( $rows, static fn ( Change $row ): bool => Outcome::Created === $row->outcome && null === $row->written_at ) );
	}

	/** @return list<int> Variations of one product that are planned and not made yet. */
	public function ids_of_group( int $run_id, int $group_id ): array {
		$ids = array();
		for ( $after = 0;; $after = $rows[ count( $rows ) - 1 ]->product_id ) {
			$rows = $this->rows->unmade( $run_id, $after, self::ROWS_AT_A_TIME );
			foreach ( $rows as $row ) {
				if ( ( Creation::from_parts( $row->parts )->group_id ?? 0 ) === $group_id ) {
					$ids[] = $row->product_id;
				}
			}
			if ( count( $rows ) < self::ROWS_AT_A_TIME ) {
				return $ids;
			}
		}
	}

	/**
	 * Notes that KeyCRM has the offers, and has the next refresh read their stock.
	 *
	 * @param list<array{Change, CrmOffer, string}> $made With a reason, or ''.
	 * @param list<int>                             $ours Products that this run has asked KeyCRM to make.
	 * @throws DatabaseError
	 */
	public function note_there( array $made, array $ours ): void {
		$now = $this->clock->now_ms();
		// Marked first: if the process dies in between, the offer is found again and marked once more.
		$this->dirty->mark(
			array_map(
				static fn ( array $one ): array => array(
					'offer_id' => $one[1]->id,
					'sku'      => $one[1]->sku,
				),
				$made
			),
			$now
		);
		$this->changes->store(
			array_map(
				static fn ( array $one ): Change => in_array( $one[0]->product_id, $ours, true )
					? $one[0]->settled( Outcome::Created, $one[2], $one[1]->id, $now )
					: $one[0]->settled( Outcome::Unchanged, CreateReason::THERE, $one[1]->id, $now ),
				$made
			)
		);
	}

	/**
	 * Notes that the shop has the products, and has the next refresh look at their stock once more. To be called within the
	 * transaction that makes them.
	 *
	 * @param list<Change> $made With their products' ids.
	 * @throws DatabaseError
	 */
	public function note_products( array $made ): void {
		foreach ( $made as $row ) {
			$this->rows->note_product( $row );
		}
		$this->dirty->mark(
			array_map(
				static fn ( Change $row ): array => array(
					'offer_id' => (int) $row->offer_id,
					'sku'      => $row->sku,
				),
				$made
			),
			$this->clock->now_ms()
		);
	}

	/**
	 * @param list<Change> $rows
	 * @throws DatabaseError
	 */
	public function note_left( array $rows, Outcome $outcome, string $reason ): void {
		$now = $this->clock->now_ms();
		$this->changes->store( array_map( static fn ( Change $row ): Change => $row->settled( $outcome, $reason, null, $now ), $rows ) );
	}

	/** The run whose plan is complete, with what a person is asked about: how many products would be made. */
	public function planned( Run $run ): Run {
		$counted = $this->counted( $run );
		return $counted->with( guard: new GuardReport( array(), $counted->counts->count( Outcome::Created ), 0, 0, 0, 0.0, 0.0, 0, 0, -1 ) );
	}

	/** The run with counts as its rows say, so that a worker that died between row and run leaves no wrong count. */
	public function counted( Run $run ): Run {
		$left = $this->rows->count_unmade( $run->id );
		return $run->with(
			counts: $this->rows->counts( $run->id ),
			progress_done: max( 0, $run->progress_total - $left )
		);
	}
}
