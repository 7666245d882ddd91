<?php
/**
 * Tells how a run ended.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\RunJson;
use KeyCrmStock\Text\Run\RunLogText;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;

final class RunPrinter {

	public function __construct( private readonly RunJson $json ) {}

	/** @param string $format 'table' for sentences; 'json' and 'csv' for scripts. */
	public function tell( Run $run, string $format ): void {
		match ( $format ) {
			'json' => \WP_CLI::line( (string) wp_json_encode( $this->json->export( $run ), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) ),
			'csv' => \WP_CLI\Utils\format_items( 'csv', array( $this->row( $run ) ), array_keys( $this->row( $run ) ) ),
			default => $this->say( $run ),
		};
	}

	public function say( Run $run ): void {
		match ( true ) {
			$run->status->is_active() => \WP_CLI::warning( __( 'Stopped watching. The run goes on by itself in WooCommerce’s queue; “wp keycrm-stock status” shows how it stands, “wp keycrm-stock cancel” ends it.', 'stock-sync-for-keycrm' ) ),
			RunStatus::Failed === $run->status => \WP_CLI::error( RunLogText::ended( $run ), false ),
			/* translators: %d: number of the run. */
			RunStatus::Cancelled === $run->status => \WP_CLI::warning( sprintf( __( 'Run %d was cancelled by somebody. Numbers that it had written already stay.', 'stock-sync-for-keycrm' ), $run->id ) ),
			RunStatus::NeedsConfirmation === $run->status => $this->ask( $run ),
			default => $this->succeeded( $run ),
		};
	}

	private function ask( Run $run ): void {
		/* translators: %d: number of the run. */
		\WP_CLI::warning( sprintf( __( 'Run %d stopped before changing anything.', 'stock-sync-for-keycrm' ), $run->id ) . ' ' . $this->guard( $run ) );
		if ( $run->mode->creates() ) {
			/* translators: %d: number of the run. */
			\WP_CLI::log( sprintf( __( 'To create them:  wp keycrm-stock confirm %1$d   If not:  wp keycrm-stock cancel %1$d', 'stock-sync-for-keycrm' ), $run->id ) );
			return;
		}
		if ( RunMode::Fill === $run->mode ) {
			/* translators: %d: number of the run. */
			\WP_CLI::log( sprintf( __( 'To send them:  wp keycrm-stock confirm %1$d   If not:  wp keycrm-stock cancel %1$d', 'stock-sync-for-keycrm' ), $run->id ) );
			return;
		}
		/* translators: %d: number of the run. */
		\WP_CLI::log( sprintf( __( 'That can be right after a stock-taking, or a mistake in KeyCRM. Look at the list:  wp keycrm-stock changes --run=%1$d   If it is right:  wp keycrm-stock confirm %1$d   If not:  wp keycrm-stock cancel %1$d', 'stock-sync-for-keycrm' ), $run->id ) );
	}

	private function succeeded( Run $run ): void {
		$changed = $run->counts->count( $run->mode->creates() ? Outcome::Created : Outcome::Updated );
		if ( RunMode::Preview === $run->mode ) {
			'' === $this->guard( $run ) || \WP_CLI::warning( __( 'A sync would stop here and ask.', 'stock-sync-for-keycrm' ) . ' ' . $this->guard( $run ) );
			\WP_CLI::success(
				0 === $changed ? __( 'Nothing would change.', 'stock-sync-for-keycrm' ) : sprintf(
					/* translators: 1: how many products, 2: number of the run. */
					_n( '%1$d product would change; nothing has been changed yet. To do it:  wp keycrm-stock apply %2$d', '%1$d products would change; nothing has been changed yet. To do it:  wp keycrm-stock apply %2$d', $changed, 'stock-sync-for-keycrm' ),
					$changed,
					$run->id
				)
			);
			return;
		}
		$look = $this->need_look( $run );
		$look > 0 && \WP_CLI::warning(
			/* translators: 1: how many products, 2: number of the run. */
			sprintf( _n( '%1$d product needs a look:  wp keycrm-stock changes --run=%2$d', '%1$d products need a look:  wp keycrm-stock changes --run=%2$d', $look, 'stock-sync-for-keycrm' ), $look, $run->id )
		);
		\WP_CLI::success(
			/* translators: %d: number of the run. */
			0 === $changed ? sprintf( __( 'Run %d had nothing to change.', 'stock-sync-for-keycrm' ), $run->id ) : RunLogText::ended( $run )
		);
	}

	private function guard( Run $run ): string {
		return implode( ' ', $this->json->sentences( $run ) );
	}

	/** @see src-admin/features/current-run/run-facts.ts needLook() */
	private function need_look( Run $run ): int {
		$quiet = array( Outcome::Updated->value, Outcome::Created->value, Outcome::Unchanged->value, Outcome::Excluded->value );
		return array_sum( array_diff_key( $run->counts->to_array(), array_flip( $quiet ) ) );
	}

	/** @return array<string, string|int> */
	private function row( Run $run ): array {
		return array(
			'id'        => $run->id,
			'mode'      => $run->mode->value,
			'status'    => $run->status->value,
			'updated'   => $run->counts->count( Outcome::Updated ),
			'unchanged' => $run->counts->count( Outcome::Unchanged ),
			'need_look' => $this->need_look( $run ),
			'failed'    => $run->counts->count( Outcome::Failed ),
			'requests'  => $run->requests,
			'error'     => $run->error->code ?? '',
		);
	}
}
