<?php
/**
 * Has WooCommerce keep a number for products that had none, and writes KeyCRM's.
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
use KeyCrmStock\Sync\Write\StockTargets;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\OutcomeCounts;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;

/**
 * Both happen together, because a product with stock management and without a number is sold out. The number is
 * what a run would write, from the levels of the newest comparison. It appears in the change log under a run of its
 * own. Each product has its own transaction. So a double click does it once, and if the process dies, each product
 * is either unchanged, or done and logged.
 */
final class EnableStockManagement {

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
	 * @param non-empty-list<int> $product_ids Only those that the comparison has found with their stock
	 *                                         management off, and in KeyCRM, are looked at.
	 * @return list<Change> The results.
	 * @throws TransactionLost If the transaction was lost several times in a row. That product is unchanged; those before it are done.
	 * @throws DatabaseError
	 */
	public function switch_on( array $product_ids, Comparison $comparison, RunTrigger $trigger, int $now_ms ): array {
		$found = array_values( array_filter( $this->changes->for_products( $comparison->run_id, $product_ids ), static fn ( Change $change ): bool => Outcome::NotManaged === $change->outcome ) );
		if ( array() === $found ) {
			return array();
		}
		$run_id = $this->runs->open( RunMode::SwitchOn, $trigger, $now_ms );
		$notes  = array();
		$counts = new OutcomeCounts();
		try {
			foreach ( $found as $change ) {
				$notes[] = $note = $this->one( $change, $run_id, $counts, $now_ms );
				$counts  = Outcome::Updated === $note->outcome ? $counts->plus( Outcome::Updated ) : $counts;
			}
			$this->run_table->note_followed_up( $run_id );
		} finally {
			$this->end( $run_id );
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

	private function one( Change $change, int $run_id, OutcomeCounts $counts, int $now_ms ): Change {
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
			new WriteOptions( true, $this->settings->get()->fire_stock_emails, true )
		);
		return $note;
	}
}
