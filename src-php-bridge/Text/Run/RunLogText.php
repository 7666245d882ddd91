<?php
/**
 * What the lines in the log say.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Text\CreationText;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;
use KeyCrmStock\Value\Stock\Side;

final class RunLogText {

	/** @return string A level of WooCommerce's; '' where there is nothing to tell. */
	public static function level( Run $run ): string {
		$wrote = RunStatus::Succeeded === $run->status && RunMode::Preview !== $run->mode;
		return match ( true ) {
			$run->mode->creates() && RunStatus::NeedsConfirmation === $run->status => '',
			RunStatus::Failed === $run->status => 'error',
			RunStatus::NeedsConfirmation === $run->status => 'warning',
			$wrote && $run->counts->count( Outcome::Failed ) > 0 => 'warning',
			$wrote && $run->counts->count( Outcome::Updated ) + $run->counts->count( Outcome::Created ) > 0 => 'info',
			default => '',
		};
	}

	public static function ended( Run $run ): string {
		return match ( $run->status ) {
			RunStatus::Failed => self::joined(
				/* translators: %d: number of the run. */
				sprintf( __( 'Run %d failed.', 'stock-sync-for-keycrm' ), $run->id ),
				null === $run->error ? '' : RunErrorText::whole( $run->error )
			),
			RunStatus::NeedsConfirmation => self::joined(
				/* translators: %d: number of the run. */
				sprintf( __( 'Run %d stopped before changing anything.', 'stock-sync-for-keycrm' ), $run->id ),
				...( null === $run->guard ? array() : GuardText::sentences( $run->guard ) ),
				...array( __( 'It waits for a person’s decision: WooCommerce → KeyCRM stock.', 'stock-sync-for-keycrm' ) )
			),
			default => self::joined( self::changed( $run ), self::unwritten( $run->counts->count( Outcome::Failed ) ) ),
		};
	}

	/** @param string $code One of ErrorKind, or 'database'. */
	public static function delayed( int $run_id, string $code, int $delay_ms ): string {
		$seconds = max( 1, (int) ceil( $delay_ms / 1000 ) );
		if ( 'database' === $code ) {
			return sprintf(
				/* translators: 1: number of the run, 2: how many seconds. */
				_n(
					'Run %1$d: the shop’s database refused a statement. The step is tried again by itself in %2$d second; there is nothing to do.',
					'Run %1$d: the shop’s database refused a statement. The step is tried again by itself in %2$d seconds; there is nothing to do.',
					$seconds,
					'stock-sync-for-keycrm'
				),
				$run_id,
				$seconds
			);
		}
		return sprintf(
			/* translators: 1: number of the run, 2: how many seconds. */
			_n(
				'Run %1$d: a request to KeyCRM brought no answer that can be used. It is sent again by itself in %2$d second; there is nothing to do.',
				'Run %1$d: a request to KeyCRM brought no answer that can be used. It is sent again by itself in %2$d seconds; there is nothing to do.',
				$seconds,
				'stock-sync-for-keycrm'
			),
			$run_id,
			$seconds
		);
	}

	/** @param string $question As Hooks::UNANSWERED names it. */
	public static function unanswered( int $run_id, string $question ): string {
		return match ( $question ) {
			/* translators: %d: number of the run. */
			'orders' => sprintf( __( 'Run %d: KeyCRM’s orders could not be read. The sync goes on with what was known of them before; until they can be read, the stock quantity of a product with recent orders may fall and does not rise.', 'stock-sync-for-keycrm' ), $run_id ),
			/* translators: %d: number of the run. */
			'names' => sprintf( __( 'Run %d: KeyCRM did not take the name of a product; another product there may have it. It keeps its own name, and stock and prices went on. Give the product another name here or there.', 'stock-sync-for-keycrm' ), $run_id ),
			/* translators: %d: number of the run. */
			'prices' => sprintf( __( 'Run %d: KeyCRM did not take the prices of some products, and keeps its own. Stock went on. Look at those prices; they are sent again when the products are saved.', 'stock-sync-for-keycrm' ), $run_id ),
			/* translators: %d: number of the run. */
			default => sprintf( __( 'Run %d: KeyCRM was asked about products that its stock list lacks, and gave no answer that can be used. They keep their stock quantity; the next sync asks again.', 'stock-sync-for-keycrm' ), $run_id ),
		};
	}

	/** @param string $decision One of the words of Sync\Run\RunService. */
	public static function decided( Run $run, string $decision ): string {
		return match ( $decision ) {
			/* translators: %d: number of the run. */
			'confirm' => sprintf( __( 'Run %d had been stopped; a person said that its numbers are right, and it goes on.', 'stock-sync-for-keycrm' ), $run->id ),
			/* translators: %d: number of the run. */
			'apply' => sprintf( __( 'Run %d was a preview; a person wants its numbers written, and it goes on.', 'stock-sync-for-keycrm' ), $run->id ),
			/* translators: %d: number of the run. */
			default => sprintf( __( 'Run %d was cancelled by a person. Numbers that it had written already stay; the others are as they were.', 'stock-sync-for-keycrm' ), $run->id ),
		};
	}

	private static function changed( Run $run ): string {
		$changed = $run->counts->count( Outcome::Updated );
		if ( $run->mode->creates() ) {
			return CreationText::ended( $run );
		}
		if ( RunMode::Undo === $run->mode ) {
			return sprintf(
				/* translators: 1: number of the run, 2: number of the run that was taken back, 3: how many products. */
				_n( 'Run %1$d took run %2$d back: %3$d product has its earlier number again.', 'Run %1$d took run %2$d back: %3$d products have their earlier number again.', $changed, 'stock-sync-for-keycrm' ),
				$run->id,
				$run->undoes,
				$changed
			);
		}
		if ( Side::KeyCrm === $run->side ) {
			return sprintf(
				/* translators: 1: number of the run, 2: how many products. */
				_n( 'Run %1$d sent the stock of %2$d product to KeyCRM.', 'Run %1$d sent the stock of %2$d products to KeyCRM.', $changed, 'stock-sync-for-keycrm' ),
				$run->id,
				$changed
			);
		}
		return sprintf(
			/* translators: 1: number of the run, 2: how many products. */
			_n( 'Run %1$d changed the stock of %2$d product.', 'Run %1$d changed the stock of %2$d products.', $changed, 'stock-sync-for-keycrm' ),
			$run->id,
			$changed
		);
	}

	private static function unwritten( int $count ): string {
		return 0 === $count ? '' : sprintf(
			/* translators: %d: how many products. */
			_n( '%d product could not be written; its line in the list of changes says why.', '%d products could not be written; their lines in the list of changes say why.', $count, 'stock-sync-for-keycrm' ),
			$count
		);
	}

	private static function joined( string ...$sentences ): string {
		return implode( ' ', array_filter( $sentences, static fn ( string $sentence ): bool => '' !== $sentence ) );
	}
}
