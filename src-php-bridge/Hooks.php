<?php
/**
 * The plugin's public hooks: what other programs may listen to, and what they may answer.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunStatus;

/**
 * Names, arguments and meaning of these hooks do not change. Examples are in the README, "For other developers".
 *
 * An action is fired after what it tells of has been saved. An exception in a listener is written to the log and harms
 * neither the run nor its caller.
 */
final class Hooks {

	/**
	 * Action: a run has ended (succeeded, failed or cancelled), or it waits until a person confirms it.
	 *
	 * Fired once for each of these moments. What a person has the plugin write at once, without a sync, is a run too.
	 *
	 * @since 0.1.0
	 * @param int    $run_id The run's id in the table `keycrm_stock_runs`.
	 * @param string $status 'succeeded', 'failed', 'cancelled' or 'needs_confirmation'.
	 */
	public const RUN_ENDED = 'keycrm_stock_run_ended';

	/**
	 * Action: a run has failed. RUN_ENDED follows.
	 *
	 * @since 0.1.0
	 * @param int    $run_id
	 * @param string $code    Why: a code of KeyCrm\Client\ErrorKind or Text\Run\RunErrorText, such as 'unauthorized' or 'database'.
	 * @param string $details For technical people, in English.
	 */
	public const RUN_FAILED = 'keycrm_stock_run_failed';

	/**
	 * Action: a request to KeyCRM or a statement to the database has failed, and the run will repeat it.
	 *
	 * @since 0.1.0
	 * @param int    $run_id
	 * @param string $code     A code of KeyCrm\Client\ErrorKind, or 'database'.
	 * @param string $details  For technical people, in English.
	 * @param int    $delay_ms Milliseconds until it is repeated.
	 */
	public const RUN_DELAYED = 'keycrm_stock_run_delayed';

	/**
	 * Action: a person has decided about a run.
	 *
	 * @since 0.1.0
	 * @param int    $run_id
	 * @param string $decision 'cancel', 'confirm' (what the guard has stopped) or 'apply' (a preview).
	 */
	public const RUN_DECIDED = 'keycrm_stock_run_decided';

	/**
	 * Action: a run got no usable answer from KeyCRM to a question that it can do without, and goes on.
	 *
	 * @since 0.1.0
	 * @param int    $run_id
	 * @param string $question 'offers': products that KeyCRM's stock list lacks keep their stock quantity.
	 *                         'orders': the run uses what is known of KeyCRM's orders from before.
	 *                         'names', 'prices': KeyCRM did not accept what the shop sent, and keeps its own.
	 * @param string $code     A code of KeyCrm\Client\ErrorKind.
	 * @param string $details  For technical people, in English.
	 */
	public const UNANSWERED = 'keycrm_stock_unanswered';

	/**
	 * Action: lines of KeyCRM's orders had texts in `stock_status` whose meaning the plugin guesses.
	 *
	 * @since 0.1.0
	 * @param list<string> $texts
	 */
	public const LINE_STATUSES = 'keycrm_stock_line_statuses';

	/**
	 * Filter: which orders of the shop KeyCRM counts by now, that is, has reserved or written off.
	 *
	 * Asked only if the owner chose “Ask another plugin” for orders (the setting hold_orders, mode 'filter'). An order that is not named stays
	 * subtracted from KeyCRM's number. If a callback throws, no order of this call counts as named.
	 *
	 * @since 0.1.0
	 * @param list<int> $counted   Order ids that earlier callbacks have named; empty at first.
	 * @param list<int> $order_ids The orders in question, at most 2,000 a call. Other ids in the answer are ignored.
	 */
	public const COUNTED_ORDERS = 'keycrm_stock_counted_orders';

	/**
	 * Filter: what the plugin may do with products of a type, such as a type that another plugin adds.
	 *
	 * - 'unit': sold in units of its own; its stock management may be switched on from the list of mismatches.
	 * - 'container': sold through other products; synced only if the owner has given it a number.
	 * - 'numberless': never synced.
	 *
	 * A type that is not in the list is synced only if the owner has given the product a number. Asked once a request.
	 *
	 * @since 0.1.0
	 * @param array<string, string> $kinds Kind by the type's slug.
	 */
	public const PRODUCT_TYPES = 'keycrm_stock_product_types';

	/**
	 * Filter: places of the shop that keep stock of their own (stores, stockrooms), for a plugin that adds such places.
	 *
	 * @since 0.1.0
	 * @param array<int|string, string> $places Names by the place's id; those of a plugin that we know are there already.
	 */
	public const STOCK_PLACES = 'keycrm_stock_places';

	/**
	 * Filter: how much of each product lies in each place. Asked while the shop leads, just before numbers are sent to KeyCRM.
	 *
	 * A product that is not named lies in no place, and its whole stock quantity goes to the warehouse for all others.
	 *
	 * @since 0.1.0
	 * @param array<int, array<int|string, float>> $quantities  Quantities by product id and place's id.
	 * @param list<int>                            $product_ids The products in question; others in the answer are ignored.
	 */
	public const STOCK_BY_PLACE = 'keycrm_stock_by_place';

	/** To call whenever a run ends, whatever the end is. */
	public static function run_ended( Run $run ): void {
		if ( RunStatus::Failed === $run->status ) {
			self::fire( self::RUN_FAILED, $run->id, $run->error->code ?? '', $run->error->details ?? '' );
		}
		self::fire( self::RUN_ENDED, $run->id, $run->status->value );
	}

	public static function run_delayed( Run $run, string $code, string $details, int $delay_ms ): void {
		self::fire( self::RUN_DELAYED, $run->id, $code, $details, $delay_ms );
	}

	/** @param string $decision 'cancel', 'confirm' or 'apply'. */
	public static function run_decided( Run $run, string $decision ): void {
		self::fire( self::RUN_DECIDED, $run->id, $decision );
	}

	/** @param 'offers'|'orders'|'names'|'prices' $question What KeyCRM was asked for. */
	public static function unanswered( Run $run, string $question, string $code, string $details ): void {
		self::fire( self::UNANSWERED, $run->id, $question, $code, $details );
	}

	/** @param list<string> $texts */
	public static function line_statuses( array $texts ): void {
		self::fire( self::LINE_STATUSES, $texts );
	}

	/**
	 * @param list<int> $order_ids
	 * @return array<int> Those of them that another program has named as counted by KeyCRM.
	 */
	public static function counted_orders( array $order_ids ): array {
		$named = Contained::call( self::COUNTED_ORDERS, static fn (): mixed => apply_filters( self::COUNTED_ORDERS, array(), $order_ids ) );
		return array_intersect( $order_ids, array_map( 'intval', array_filter( (array) $named, 'is_numeric' ) ) );
	}

	/**
	 * @param array<string, string> $kinds
	 * @return array<mixed> What other programs have made of them: unchecked.
	 */
	public static function product_types( array $kinds ): array {
		return (array) apply_filters( self::PRODUCT_TYPES, $kinds );
	}

	/**
	 * @param array<int|string, string> $places
	 * @return array<mixed> What other programs have made of them: unchecked.
	 */
	public static function stock_places( array $places ): array {
		return (array) ( Contained::call( self::STOCK_PLACES, static fn (): mixed => apply_filters( self::STOCK_PLACES, $places ) ) ?? $places );
	}

	/**
	 * An exception in a listener is the caller's: without these numbers nothing may be sent.
	 *
	 * @param array<int, array<int|string, float>> $quantities
	 * @param list<int>                            $product_ids
	 * @return array<mixed> What other programs have made of them: unchecked.
	 */
	public static function stock_by_place( array $quantities, array $product_ids ): array {
		return (array) apply_filters( self::STOCK_BY_PLACE, $quantities, $product_ids );
	}

	/** @param non-empty-string $hook */
	private static function fire( string $hook, mixed ...$values ): void {
		// The names are the constants above. phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.DynamicHooknameFound
		Contained::call( $hook, static fn () => do_action( $hook, ...$values ) );
	}
}
