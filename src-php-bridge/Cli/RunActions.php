<?php
/**
 * What commands about runs have in common.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\RunActive;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\RunNotPossible;
use KeyCrmStock\Sync\Run\RunService;
use KeyCrmStock\Sync\Undo\UndoService;
use KeyCrmStock\Text\Run\RunErrorText;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Run\UndoReport;

/** If a command cannot be carried out, the process ends here with a message and an exit status. */
final class RunActions {

	public function __construct(
		private readonly RunService $runs,
		private readonly RunTable $table,
		private readonly UndoService $undo,
		private readonly RunWaiter $driver,
		public readonly RunPrinter $report,
	) {}

	/** The new run, or the sync that is already under way, since that one reads everything too. */
	public function sync(): Run {
		return $this->ended(
			function (): Run {
				try {
					return $this->runs->start( RunMode::Sync, RunTrigger::Cli );
				} catch ( RunActive $active ) {
					if ( RunMode::Sync !== $active->run->mode ) {
						throw $active;
					}
					/* translators: %d: number of the run. */
					\WP_CLI::warning( sprintf( __( 'Run %d is under way already; this command helps it along.', 'stock-sync-for-keycrm' ), $active->run->id ) );
					return $active->run;
				}
			}
		);
	}

	public function preview(): Run {
		return $this->ended( fn (): Run => $this->runs->start( RunMode::Preview, RunTrigger::Cli ) );
	}

	/** Up to the list that a person has to look at. */
	public function create( RunMode $mode ): Run {
		return $this->ended( fn (): Run => $this->runs->start( $mode, RunTrigger::Cli ) );
	}

	public function confirm( string $id ): Run {
		return $this->ended( fn (): Run => $this->runs->confirm( $this->found( $id )->id ) );
	}

	public function apply( string $id ): Run {
		return $this->ended( fn (): Run => $this->runs->apply( $this->found( $id )->id ) );
	}

	public function undo( string $id ): Run {
		return $this->ended( fn (): Run => $this->undo->start( $this->found( $id ), RunTrigger::Cli ) );
	}

	public function would_undo( string $id ): UndoReport {
		return $this->undo->report( $this->found( $id ) );
	}

	/** @param string|null $id Null for the active run. */
	public function cancel( ?string $id ): Run {
		$run = null === $id ? $this->table->active( RunTable::MAIN ) : $this->found( $id );
		if ( null === $run ) {
			\WP_CLI::error( __( 'No sync is under way, so there is nothing to cancel. To discard one that waits for a decision, give its number.', 'stock-sync-for-keycrm' ) );
		}
		return $this->asked( fn (): Run => $this->runs->cancel( $run->id ) );
	}

	/** @param \Closure(): Run $begin */
	private function ended( \Closure $begin ): Run {
		return $this->driver->to_end( $this->asked( $begin ) );
	}

	/** @param \Closure(): Run $work */
	private function asked( \Closure $work ): Run {
		try {
			return $work();
		} catch ( RunActive $active ) {
			/* translators: 1: what is the matter, 2: number of the run. */
			\WP_CLI::error( sprintf( __( '%1$s It is run %2$d:  wp keycrm-stock status', 'stock-sync-for-keycrm' ), $active->getMessage(), $active->run->id ), ExitStatus::BUSY );
		} catch ( RunNotPossible $refused ) {
			\WP_CLI::error( $refused->getMessage() );
		} catch ( RunFailed $failure ) {
			\WP_CLI::error( RunErrorText::whole( $failure->error ) );
		}
	}

	private function found( string $id ): Run {
		$run = ctype_digit( $id ) ? $this->table->find( (int) $id ) : null;
		if ( null === $run ) {
			\WP_CLI::error( __( 'There is no such run. It may be older than the history that is kept.', 'stock-sync-for-keycrm' ) );
		}
		return $run;
	}
}
