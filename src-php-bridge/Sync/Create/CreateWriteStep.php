<?php
/**
 * The phase write of a run that makes products in KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\KeyCrm\Product\ProductEndpoint;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\Scheduler;
use KeyCrmStock\Sync\Run\SettingsFingerprint;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\CreateReason;
use KeyCrmStock\Value\Change\Creation;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunStatus;

/**
 * Before and after each request KeyCRM is asked which of the SKUs it has; what it has is never asked for again. Simple
 * products go by POST /products/import, a hundred in a request: one by one they would take a minute for each sixty. Its
 * answer has no ids, but the look afterwards brings them. Variations go into their product, which is found or made first.
 */
final class CreateWriteStep implements Step {

	/** Pauses before what was sent is looked for again, milliseconds: KeyCRM may carry a request out later. A minute in all. */
	public const PAUSES = array( 2_000, 5_000, 15_000, 40_000 );

	/** How often a list is sent if KeyCRM does not answer, and does not have it a minute later either. */
	public const MOST_TRIES = 3;

	public function __construct(
		private readonly CreationLog $log,
		private readonly ShopSideOfCreation $shop,
		private readonly OfferLookup $lookup,
		private readonly PortionSender $sender,
		private readonly SettingsFingerprint $settings,
		private readonly Scheduler $schedule,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		if ( $this->settings->current() !== $run->settings ) {
			throw RunFailed::creation_outdated();
		}
		$cursor = CreateCursor::from_array( $run->cursor );
		if ( array() === $cursor->lists ) {
			return $this->next( $run );
		}
		$rows = $this->log->unmade_among( $run->id, $cursor->lists[0] );
		if ( CreateCursor::NOTHING === $cursor->sent ) {
			$rows = $this->without_refused( $rows );
		}
		[ $run, $offers ] = $this->lookup->find( $run, $lease, array( ...array_map( static fn ( Change $row ): string => $row->sku, $rows ), ...$this->siblings( $cursor ) ) );

		$rows   = $this->without_made( $rows, $offers, $cursor );
		$cursor = $cursor->with_first( array_map( static fn ( Change $row ): int => $row->product_id, $rows ) );
		if ( array() === $rows ) {
			return $this->more( $run, $cursor );
		}
		if ( CreateCursor::ROWS !== $cursor->sent ) {
			return $this->more( ...$this->sender->send( $run, $lease, $cursor, $rows, $offers ) );
		}
		return $this->not_seen_yet( $run, $cursor, $rows );
	}

	/** The next simple products, or the next product's variations. */
	private function next( Run $run ): StepResult {
		$rows = $this->log->unmade( $run->id, 0, ProductEndpoint::MOST );
		if ( array() === $rows ) {
			// The stock of what is new there is read at once.
			$this->schedule->plan_refresh( $this->clock->now_ms() );
			return StepResult::done( $this->log->counted( $run ) );
		}
		$group = self::group( $rows[0] );
		$ids   = $group > 0
			? $this->log->ids_of_group( $run->id, $group )
			: array_map( static fn ( Change $row ): int => $row->product_id, array_values( array_filter( $rows, static fn ( Change $row ): bool => 0 === self::group( $row ) ) ) );
		return StepResult::more( $run->with( cursor: ( new CreateCursor( array_chunk( $ids, ProductEndpoint::MOST ), $group ) )->to_array() ) );
	}

	/** @return list<string> SKUs by which KeyCRM's product is found that has other variations already. */
	private function siblings( CreateCursor $cursor ): array {
		return $cursor->group_id > 0 && 0 === $cursor->crm_product ? $this->shop->variation_skus( $cursor->group_id ) : array();
	}

	/**
	 * @param list<Change> $rows
	 * @return list<Change>
	 */
	private function without_refused( array $rows ): array {
		$refused = array() === $rows ? array() : $this->shop->refused( $rows );
		foreach ( $rows as $row ) {
			if ( isset( $refused[ $row->product_id ] ) ) {
				$this->log->note_left( array( $row ), ...$refused[ $row->product_id ] );
			}
		}
		return array_values( array_filter( $rows, static fn ( Change $row ): bool => ! isset( $refused[ $row->product_id ] ) ) );
	}

	/**
	 * @param list<Change>                             $rows
	 * @param array<string, non-empty-list<CrmOffer>> $offers
	 * @return list<Change> Those that KeyCRM does not have.
	 */
	private function without_made( array $rows, array $offers, CreateCursor $cursor ): array {
		$made = array();
		$left = array();
		foreach ( $rows as $row ) {
			$offer = OfferLookup::living( $offers[ 'sku:' . $row->sku ] ?? array() );
			if ( null === $offer ) {
				$left[] = $row;
			} elseif ( $offer->is_archived ) {
				$this->log->note_left( array( $row ), Outcome::NotInKeyCrm, CreateReason::ARCHIVED );
			} else {
				$made[] = array( $row, $offer, array() === array_intersect( array( $row->product_id, $cursor->group_id ), $cursor->suffixed ) ? '' : CreateReason::SUFFIXED );
			}
		}
		$this->log->note_there( $made, $cursor->ours );
		return $left;
	}

	/**
	 * @param non-empty-list<Change> $rows What was sent and is not there.
	 */
	private function not_seen_yet( Run $run, CreateCursor $cursor, array $rows ): StepResult {
		$pause = self::PAUSES[ $cursor->looks ] ?? null;
		if ( null !== $pause ) {
			$waiting = $run->with( status: RunStatus::Waiting, resume_at: $this->clock->now_ms() + $pause, waits_for: WaitRequired::RETRY );
			return $this->more( $waiting, $cursor->with( looks: $cursor->looks + 1 ) );
		}
		if ( ! $cursor->is_answered && $cursor->tries < self::MOST_TRIES ) {
			return $this->more( $run, $cursor->at_rest() );
		}
		$this->log->note_left( $rows, Outcome::Failed, $cursor->is_answered ? CreateReason::NOT_SEEN : CreateReason::NO_ANSWER );
		return $this->more( $run, $cursor->without_first() );
	}

	private function more( Run $run, CreateCursor $cursor ): StepResult {
		return StepResult::more( $this->log->counted( $run )->with( cursor: $cursor->to_array() ) );
	}

	private static function group( Change $row ): int {
		return Creation::from_parts( $row->parts )->group_id ?? 0;
	}
}
