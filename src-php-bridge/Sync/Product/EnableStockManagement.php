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
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Stock\Side;

/**
 * Both happen together, because a product with stock management and without a number is sold out. The number is
 * what a run would write, from the levels of the newest comparison.
 */
final class EnableStockManagement {

	public function __construct(
		private readonly ChangeTable $changes,
		private readonly ManualWriter $writer,
		private readonly SettingsStore $settings,
	) {}

	/** Not where the shop's quantities are those that count: KeyCRM's may not be written into the shop. */
	public function is_possible(): bool {
		return Side::Shop === $this->settings->get()->written_side();
	}

	/**
	 * @param non-empty-list<int> $product_ids Only those that the comparison has found with their stock
	 *                                         management off, and in KeyCRM, are looked at.
	 * @return list<Change> The results.
	 * @throws TransactionLost If the transaction was lost several times in a row. That product is unchanged; those before it are done.
	 * @throws DatabaseError
	 */
	public function switch_on( array $product_ids, Comparison $comparison, RunTrigger $trigger, int $now_ms ): array {
		if ( ! $this->is_possible() ) {
			return array();
		}
		$found = array_values( array_filter( $this->changes->for_products( $comparison->run_id, $product_ids ), static fn ( Change $change ): bool => Outcome::NotManaged === $change->outcome ) );
		return array() === $found ? array() : $this->writer->write( $this->writer->open( RunMode::SwitchOn, $trigger, $now_ms ), $found, true, $now_ms );
	}
}
