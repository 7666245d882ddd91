<?php
/**
 * Has WooCommerce keep a number for products that had none, and writes KeyCRM's.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\PageLost;
use KeyCrmStock\Shop\StockWriter;
use KeyCrmStock\Shop\WriteOptions;
use KeyCrmStock\Store\ChangeTable;
use KeyCrmStock\Store\HandRuns;
use KeyCrmStock\Value\Change;
use KeyCrmStock\Value\Comparison;
use KeyCrmStock\Value\Counts;
use KeyCrmStock\Value\Outcome;
use KeyCrmStock\Value\RunMode;
use KeyCrmStock\Value\RunTrigger;

/**
 * Both in one save: a product that WooCommerce counts and that has no number yet is sold out. The number
 * is what a run would write, from the levels that the newest comparison has read; it stands in the
 * change log under a run of its own.
 */
final class SwitchOn {

	public function __construct(
		private readonly StockWriter $writer,
		private readonly WriteTargets $targets,
		private readonly ChangeTable $changes,
		private readonly HandRuns $runs,
		private readonly SettingsStore $settings,
	) {}

	/**
	 * @param non-empty-list<int> $product_ids A page of them. Only those that the comparison has found with
	 *                                         their stock management off, and in KeyCRM, are looked at.
	 * @return list<Change> What has become of these.
	 * @throws PageLost Where shoppers were faster several times in a row; nothing is written.
	 */
	public function of( array $product_ids, Comparison $comparison, RunTrigger $trigger, int $now_ms ): array {
		$found = array_values( array_filter( $this->changes->of_products( $comparison->run_id, $product_ids ), static fn ( Change $change ): bool => Outcome::NotManaged === $change->outcome ) );
		if ( array() === $found ) {
			return array();
		}
		$plan  = $this->targets->of( $found );
		$notes = array();
		$this->writer->write_page(
			$plan->product_ids(),
			static fn ( array $ids, array $present, array $products ): array => $plan->targets( $present, $products ),
			function ( array $results ) use ( $found, $plan, $trigger, $now_ms, &$notes ): void {
				$notes = array_map( static fn ( Change $change ): Change => $plan->noted( $change, $results, $now_ms ), $found );
				$this->store( $notes, $trigger, $now_ms );
				$plan->remember( $notes );
			},
			new WriteOptions( true, $this->settings->get()->fire_stock_emails )
		);
		return $notes;
	}

	/** @param list<Change> $notes */
	private function store( array $notes, RunTrigger $trigger, int $now_ms ): void {
		$written = array_values( array_filter( $notes, static fn ( Change $note ): bool => Outcome::Updated === $note->outcome ) );
		if ( array() === $written ) {
			return;
		}
		$run_id = $this->runs->note( RunMode::SwitchOn, $trigger, ( new Counts() )->plus( Outcome::Updated, count( $written ) ), $now_ms );
		$this->changes->store( array_map( static fn ( Change $note ): Change => $note->of_run( $run_id ), $written ) );
	}
}
