<?php
/**
 * The phase write: writes the plan, a page of products at a time.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Write;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\TransactionLost;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Stock\StockWriter;
use KeyCrmStock\Shop\Stock\WriteOptions;
use KeyCrmStock\Shop\Stock\WriteResult;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunStatus;

/**
 * The plan was a forecast. Each product's number is computed again from the newest level inside the writer's lock.
 * The change log and the run's cursor are stored in the same transaction. So whenever the process is killed, a page
 * is either done and logged, or neither.
 */
final class WriteStep implements Step {

	private const LARGEST_PAGE = 250;
	/** The first page of each request has this size, because other plugins may make a write slow. */
	private const SMALLEST_PAGE = 20;
	/** A page should take no longer than this: it holds locks, and is lost if the request runs out of time. */
	private const PAGE_MS = 1000;
	private const MOST_WAITS = 10;
	private const WAIT_MS    = 5000;

	private int $page_size = self::SMALLEST_PAGE;

	/** @param \Closure( non-empty-list<Change>, string ): StockTargets $targets Called with a page of one run and the fingerprint of its plan's settings. */
	public function __construct(
		private readonly StockWriter $writer,
		private readonly ChangeTable $changes,
		private readonly \Closure $targets,
		private readonly SettingsStore $settings,
		private readonly FollowUps $follow_ups,
		private readonly StockStatusRepairer $repair,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$run   = $this->follow_ups->finish( $run, $lease );
		$after = is_int( $run->cursor['after_id'] ?? null ) ? $run->cursor['after_id'] : 0;
		$page  = $this->one_page( $this->changes->unwritten( $run->id, $after, $this->page_size ) );
		if ( array() === $page ) {
			$repaired = $this->repaired( $run, $lease );
			if ( null !== $repaired ) {
				return StepResult::more( $repaired );
			}
			$this->follow_ups->finish_left_behind( $lease );
			return StepResult::done( $run );
		}
		$began   = $this->clock->now_ms();
		$written = $this->written( $run, $lease, $page );
		$this->page_size = $this->size_after( count( $page ), $this->clock->now_ms() - $began );
		return StepResult::more( $written );
	}

	/**
	 * @return Run|null Null if nothing is left to repair.
	 * @throws DatabaseError After several waits.
	 * @throws LeaseLost
	 */
	private function repaired( Run $run, Lease $lease ): ?Run {
		try {
			return $this->repair->advance( $run, $lease, $this->clock->now_ms() );
		} catch ( DatabaseError $error ) {
			return $this->later( $run, $error );
		}
	}

	/**
	 * A product without a number gets new rows, which must not happen under other products' locks. So it is a page by
	 * itself.
	 *
	 * @param list<Change> $changes
	 * @return list<Change> The first changes that may be written together.
	 */
	private function one_page( array $changes ): array {
		foreach ( $changes as $index => $change ) {
			if ( null === $change->before ) {
				return array_slice( $changes, 0, max( 1, $index ) );
			}
		}
		return $changes;
	}

	/**
	 * @param non-empty-list<Change> $page
	 * @throws TransactionLost After several waits.
	 * @throws LeaseLost
	 */
	private function written( Run $run, Lease $lease, array $page ): Run {
		$settings = $this->settings->get();
		$plan     = ( $this->targets )( $page, $run->settings );
		$written  = null;
		try {
			$this->writer->write_page(
				$plan->product_ids(),
				static fn ( array $ids, array $present, array $products ): array => $plan->targets( $present, $products ),
				// A page that loses its transaction is repeated, each time from the run as it was before.
				function ( array $results ) use ( $run, &$written, $lease, $page, $plan ): void {
					$written = null;
					$written = $this->note_results( $run, $lease, $page, $plan, $results );
				},
				new WriteOptions( 'enable' === $settings->manage_stock, $settings->fire_stock_emails, null === $page[0]->before, $lease->keep( ... ) )
			);
		} catch ( TransactionLost $lost ) {
			if ( $lost->may_be_committed ) {
				// Whether the page was committed is unknown. The next step sees it in the run's row, or repeats the page.
				throw new LeaseLost( $lost->getMessage() );
			}
			return $this->later( $run, $lost );
		} catch ( DatabaseError $error ) {
			if ( null === $written ) {
				throw $error;
			}
			// The page is committed; the next step repeats its follow-up.
			return $this->later( $written, $error );
		}
		return null === $written ? $run : $written->with( follow_up: array() );
	}

	/**
	 * Another process held a lock, or the database failed: the run waits a little.
	 *
	 * @throws DatabaseError After several waits.
	 */
	private function later( Run $run, DatabaseError $error ): Run {
		if ( $run->attempts >= self::MOST_WAITS ) {
			throw $error;
		}
		return $run->with(
			status: RunStatus::Waiting,
			attempts: $run->attempts + 1,
			waits_for: WaitRequired::RETRY,
			resume_at: $this->clock->now_ms() + self::WAIT_MS
		);
	}

	private function size_after( int $count, int $took_ms ): int {
		return max( self::SMALLEST_PAGE, min( self::LARGEST_PAGE, intdiv( $count * self::PAGE_MS, max( 1, $took_ms ) ) ) );
	}

	/**
	 * @param list<Change>            $page
	 * @param array<int, WriteResult> $results By product id.
	 */
	private function note_results( Run $run, Lease $lease, array $page, StockTargets $plan, array $results ): Run {
		$now    = $this->clock->now_ms();
		$counts = $run->counts;
		$notes  = array_map( static fn ( Change $change ): Change => $plan->with_result( $change, $results, $now ), $page );
		foreach ( $notes as $note ) {
			$counts = $counts->moved( Outcome::Updated, $note->outcome );
		}
		$this->changes->store_written( $run->id, $page, $notes, $now );
		$plan->remember( $notes );
		return $lease->save(
			$run->with(
				cursor: array( 'after_id' => $page[ count( $page ) - 1 ]->product_id ),
				counts: $counts,
				attempts: 0,
				progress_done: $run->progress_done + count( $page ),
				follow_up: array_keys( array_filter( $results, static fn ( WriteResult $result ): bool => Outcome::Updated === $result->outcome ) )
			)
		);
	}
}
