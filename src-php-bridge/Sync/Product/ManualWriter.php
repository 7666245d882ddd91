<?php
/**
 * Writes the numbers that a person has asked for, as a run of its own.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\TransactionLost;
use KeyCrmStock\Hooks;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Stock\StockWriter;
use KeyCrmStock\Shop\Stock\WriteOptions;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Run\ManualRuns;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\RunNotPossible;
use KeyCrmStock\Sync\Write\StockTargets;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\OutcomeCounts;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Stock\Side;

/**
 * Each product has its own transaction, together with its row in the change log. So a double click does it once, and if
 * the process dies, each product is either unchanged, or done and logged.
 */
final class ManualWriter {

	/** @param \Closure( non-empty-list<Change>, string ): StockTargets $targets As for the step that writes. */
	public function __construct(
		private readonly StockWriter $writer,
		private readonly \Closure $targets,
		private readonly ChangeTable $changes,
		private readonly ManualRuns $runs,
		private readonly RunTable $run_table,
		private readonly SettingsStore $settings,
	) {}

	/**
	 * @throws DatabaseError
	 * @throws RunNotPossible Also while the shop leads: then its numbers are not ours to write.
	 */
	public function open( RunMode $mode, RunTrigger $trigger, int $now_ms ): Run {
		if ( Side::Shop !== $this->settings->get()->written_side() ) {
			throw RunNotPossible::shop_leads();
		}
		return $this->run_table->find( $this->runs->open( $mode, $trigger, $now_ms ) ) ?? throw RunNotPossible::not_started();
	}

	/** For a run in which nothing is to be written. */
	public function discard( Run $run ): void {
		$this->runs->discard( $run->id );
	}

	/**
	 * @param Run          $run     Of open(). If nothing is written in it, it is deleted.
	 * @param list<Change> $planned
	 * @param bool|null    $enables Whether stock management may be switched on; null: as the owner has chosen.
	 * @return list<Change> The results.
	 * @throws TransactionLost If the transaction was lost several times in a row. That product is unchanged; those before it are done.
	 * @throws DatabaseError
	 */
	public function write( Run $run, array $planned, ?bool $enables, int $now_ms ): array {
		$settings = $this->settings->get();
		$options  = new WriteOptions( $enables ?? 'enable' === $settings->manage_stock, $settings->fire_stock_emails, true );
		$notes    = array();
		$counts   = new OutcomeCounts();
		try {
			foreach ( $planned as $change ) {
				$notes[] = $note = $this->one( $change, $run->id, $counts, $options, $now_ms );
				$counts  = Outcome::Updated === $note->outcome ? $counts->plus( Outcome::Updated ) : $counts;
			}
			$this->run_table->note_followed_up( $run->id );
		} finally {
			$this->end( $run->id );
		}
		return $notes;
	}

	/**
	 * Goes by what was committed: if a product's follow-up fails, its number is in the shop and in the log all the
	 * same, and the run's row keeps the follow-up for the next worker.
	 */
	private function end( int $run_id ): void {
		$run = $this->run_table->find( $run_id );
		if ( null !== $run && 0 === $run->counts->count( Outcome::Updated ) ) {
			$this->runs->discard( $run_id );
		} elseif ( null !== $run ) {
			Hooks::run_ended( $run );
		}
	}

	private function one( Change $change, int $run_id, OutcomeCounts $counts, WriteOptions $options, int $now_ms ): Change {
		$plan = ( $this->targets )( array( $change ), '' );
		$note = $change;
		$this->writer->write_page(
			$plan->product_ids(),
			static fn ( array $ids, array $present, array $products ): array => $plan->targets( $present, $products ),
			function ( array $results ) use ( $change, $plan, $run_id, $counts, $now_ms, &$note ): void {
				$note = $plan->with_result( $change, $results, $now_ms );
				if ( Outcome::Updated === $note->outcome ) {
					$this->runs->note( $run_id, $counts->plus( Outcome::Updated ), array( $note->product_id ) );
					$this->changes->store( array( $note->of_run( $run_id ) ) );
					$plan->remember( array( $note ) );
				}
			},
			$options
		);
		return $note;
	}
}
