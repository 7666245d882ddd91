<?php
/**
 * Prepares a page of changes that go back for the writer.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Write\StockTargets;
use KeyCrmStock\Sync\Write\Targets;
use KeyCrmStock\Value\Change\Change;

final class UndoTargets implements Targets {

	public function __construct(
		private readonly RunTable $runs,
		private readonly ChangeTable $changes,
		private readonly UndoItems $page,
	) {}

	public function of( array $page, string $settings = '' ): StockTargets {
		$undoes = $this->runs->find( $page[0]->run_id )->undoes ?? 0;
		return new UndoPlan(
			$this->changes->of_products( $undoes, array_map( static fn ( Change $change ): int => $change->product_id, $page ) ),
			$this->page
		);
	}
}
