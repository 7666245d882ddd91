<?php
/**
 * The phase verify: reads what KeyCRM has now, and sends again what it has not taken.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Shop\Stock\StockQuantity;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Sync\Read\FreshLevels;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Run\RunStatus;
use KeyCrmStock\Value\Stock\PushedQuantity;
use KeyCrmStock\Value\Stock\StockLevel;

/** KeyCRM's answer to a request confirms no single row, and may come before the numbers are there (keycrm-server/API.md §6). */
final class ReadBackStep implements Step {

	/** Numbers are sent so many times. What KeyCRM has not taken then is shown to the owner. */
	private const MOST_ROUNDS = 3;

	/** Pauses before what was not taken is sent again, in milliseconds. */
	private const PAUSES = array( 3_000, 10_000 );

	public function __construct(
		private readonly ChangeTable $changes,
		private readonly FreshLevels $fresh,
		private readonly LevelTable $levels,
		private readonly DirtyOffers $waiting,
		private readonly PushLog $log,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$after  = is_int( $run->cursor['after_id'] ?? null ) ? $run->cursor['after_id'] : 0;
		$round  = is_int( $run->cursor['round'] ?? null ) ? $run->cursor['round'] : 1;
		$absent = is_array( $run->cursor['absent'] ?? null ) ? array_values( array_map( 'intval', $run->cursor['absent'] ) ) : array();
		$since  = is_int( $run->cursor['since'] ?? null ) ? $run->cursor['since'] : 0;
		$sent   = $this->changes->written( $run->id, $after, FreshLevels::MOST, $since );
		if ( array() === $sent ) {
			// A worker may have died after it had planned some again, so the table is asked.
			return array() === $this->changes->unwritten( $run->id, 0, 1 ) ? StepResult::done( $run ) : $this->sent_again( $run, $round );
		}
		if ( array() === $absent && RunMode::Refresh === $run->mode && $this->leaves_it_to_the_next( $run ) ) {
			return StepResult::done( $run );
		}
		$absent = $this->read( $run, $sent, $absent );
		$run    = $run->answered();
		return array() === $absent
			? StepResult::more( $this->compared( $run, $sent, $lease ) )
			: StepResult::more( $this->at( $run, $after, $absent ) );
	}

	/**
	 * One request.
	 *
	 * @param non-empty-list<Change> $sent
	 * @param list<int>              $absent Offers that the stock list has left out.
	 * @return list<int> Offers that are to be looked up yet.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	private function read( Run $run, array $sent, array $absent ): array {
		if ( array() === $absent ) {
			return $this->fresh->read( array_values( array_map( static fn ( Change $change ): int => (int) $change->offer_id, $sent ) ) );
		}
		$this->fresh->look_up( $run, $absent );
		return array();
	}

	/**
	 * If more has changed in the shop while this run waited for its request, the next run goes first. It reads these offers
	 * too, so one request serves both.
	 *
	 * @throws WaitRequired
	 * @throws DatabaseError
	 */
	private function leaves_it_to_the_next( Run $run ): bool {
		$this->fresh->wait_for_slot();
		if ( ! $this->waiting->has_others( $run->id ) ) {
			return false;
		}
		$after = 0;
		do {
			$sent = $this->changes->written( $run->id, $after, 1000 );
			$this->waiting->mark( array_map( static fn ( Change $change ): array => array( 'offer_id' => (int) $change->offer_id, 'sku' => '' ), $sent ), $this->clock->now_ms() );
			$after = array() === $sent ? $after : $sent[ count( $sent ) - 1 ]->product_id;
		} while ( array() !== $sent );
		return true;
	}

	/** @param non-empty-list<Change> $sent */
	private function compared( Run $run, array $sent, Lease $lease ): Run {
		$levels  = $this->levels->by_offers( array_map( static fn ( Change $change ): int => (int) $change->offer_id, $sent ) );
		$lacking = array_values( array_filter( $sent, fn ( Change $change ): bool => ! $this->is_taken( $change, $levels[ (int) $change->offer_id ]->level ?? null ) ) );
		$next    = $this->at( $run, $sent[ count( $sent ) - 1 ]->product_id, array() );
		if ( array() === $lacking ) {
			return $next;
		}
		if ( ( $run->cursor['round'] ?? 1 ) < self::MOST_ROUNDS ) {
			$this->changes->plan_again( $run->id, array_map( static fn ( Change $change ): int => $change->product_id, $lacking ) );
			return $next;
		}
		$failed = array_map( fn ( Change $change ): Change => $this->log->failure( $change, 'not_taken' ), $lacking );
		return $this->log->note( array( $lacking ), array( $failed ), $next, $lease );
	}

	/** An order may have moved both numbers of a warehouse since. Then what is for sale there is the same. */
	private function is_taken( Change $change, ?StockLevel $level ): bool {
		foreach ( $change->parts ?? array() as $part ) {
			$sent    = PushedQuantity::from_array( (array) $part );
			$present = $level?->in_warehouse( $sent->warehouse_id, $sent->name );
			if ( null === $present || ! ( StockQuantity::equal( $present->quantity, $sent->quantity ) || StockQuantity::equal( $present->free(), $sent->available ) ) ) {
				return false;
			}
		}
		return true;
	}

	private function sent_again( Run $run, int $round ): StepResult {
		$next = $run->at( RunPhase::Write )->with( cursor: ( new SendCursor( round: $round + 1, since: $this->clock->now_ms() ) )->to_array() );
		return StepResult::back_to(
			$next->with(
				status: RunStatus::Waiting,
				waits_for: 'retry',
				resume_at: $this->clock->now_ms() + ( self::PAUSES[ $round - 1 ] ?? 0 )
			)
		);
	}

	/** @param list<int> $absent */
	private function at( Run $run, int $after_id, array $absent ): Run {
		return $run->with(
			cursor: array(
				'after_id' => $after_id,
				'absent'   => $absent,
			) + $run->cursor
		);
	}
}
