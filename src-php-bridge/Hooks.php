<?php
/**
 * The actions that other programs can listen to.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunStatus;

/** Each is fired after what it tells of has been saved. A listener that throws harms neither the run nor its caller. */
final class Hooks {

	public const RUN_ENDED     = 'keycrm_stock_run_ended';
	public const RUN_FAILED    = 'keycrm_stock_run_failed';
	public const RUN_DELAYED   = 'keycrm_stock_run_delayed';
	public const RUN_DECIDED   = 'keycrm_stock_run_decided';
	public const LINE_STATUSES = 'keycrm_stock_line_statuses';
	public const UNANSWERED    = 'keycrm_stock_unanswered';

	/** Whoever ends a run calls this, whatever the end is. */
	public static function run_ended( Run $run ): void {
		if ( RunStatus::Failed === $run->status ) {
			/**
			 * A run has failed.
			 *
			 * @param int    $run_id
			 * @param string $code    One of those in Text\RunErrorText.
			 * @param string $details For technical people.
			 */
			self::fire( self::RUN_FAILED, $run->id, $run->error->code ?? '', $run->error->details ?? '' );
		}
		/**
		 * A run has come to its end (succeeded, failed, cancelled by a person or by a newer run), or waits for
		 * a person's decision. Numbers that a person has had written at once are a run too.
		 *
		 * @param int    $run_id
		 * @param string $status One of RunStatus.
		 */
		self::fire( self::RUN_ENDED, $run->id, $run->status->value );
	}

	/**
	 * Something brought no usable answer, and is tried again.
	 *
	 * @param string $code    One of ErrorKind, or `database`.
	 * @param string $details For technical people.
	 */
	public static function run_delayed( Run $run, string $code, string $details, int $delay_ms ): void {
		/**
		 * A request to KeyCRM, or a statement to the database, failed and will be sent again.
		 *
		 * @param int    $run_id
		 * @param string $code
		 * @param string $details
		 * @param int    $delay_ms
		 */
		self::fire( self::RUN_DELAYED, $run->id, $code, $details, $delay_ms );
	}

	/** @param string $decision 'cancel', 'confirm' or 'apply'. */
	public static function run_decided( Run $run, string $decision ): void {
		/**
		 * A person has decided about a run.
		 *
		 * @param int    $run_id
		 * @param string $decision
		 */
		self::fire( self::RUN_DECIDED, $run->id, $decision );
	}

	/** @param list<string> $texts */
	public static function line_statuses( array $texts ): void {
		/**
		 * Texts of an order line's `stock_status` whose meaning is a guess, for whoever wants to know.
		 *
		 * @param list<string> $texts
		 */
		self::fire( self::LINE_STATUSES, $texts );
	}

	/**
	 * KeyCRM did not answer a question that a run can do without.
	 *
	 * @param 'offers'|'orders' $question What was asked for.
	 * @param string            $code     One of ErrorKind.
	 * @param string            $details  For technical people.
	 */
	public static function unanswered( Run $run, string $question, string $code, string $details ): void {
		/**
		 * A run got no answer that can be used, and goes on without. 'offers': about products that KeyCRM's stock list
		 * lacks, which keep their stock quantity. 'orders': about KeyCRM's orders, of which is used what was known before.
		 *
		 * @param int    $run_id
		 * @param string $question
		 * @param string $code
		 * @param string $details
		 */
		self::fire( self::UNANSWERED, $run->id, $question, $code, $details );
	}

	/** @param non-empty-string $hook */
	private static function fire( string $hook, mixed ...$values ): void {
		// The names are the constants above. phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.DynamicHooknameFound
		Contained::call( $hook, static fn () => do_action( $hook, ...$values ) );
	}
}
