<?php
/**
 * A run in the words of lists and buttons.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\ReadPlan;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Run\RunStatus;

final class RunWords {

	/**
	 * @param bool $is_fresh         The plan can still be written as it is.
	 * @param bool $settings_changed The plan was made with other settings.
	 * @return array<string, string> @see src-admin/contract/run-words.ts runWordsSchema
	 */
	public static function to_array( Run $run, bool $is_fresh, bool $settings_changed ): array {
		return array(
			'name'    => RunNameText::name( $run ),
			'result'  => self::result( $run->status ),
			'changed' => self::changed( $run ),
			'apply'   => RunButtonText::apply( $run ),
			'confirm' => RunButtonText::confirm( $run ),
			'discard' => RunButtonText::discard( $run ),
			'wait'    => RunStatus::Waiting === $run->status ? WaitText::reason( $run->waits_for ) : '',
			'saving'  => RunPhase::Read === $run->phase && null !== $run->read_plan ? self::saving( $run->read_plan ) : '',
			'age'     => self::is_plan( $run ) && ( ! $is_fresh || $run->mode->creates() ) ? self::age( $run, $settings_changed, $is_fresh ) : '',
		);
	}

	/** Its changes are planned, not written. */
	private static function is_plan( Run $run ): bool {
		return RunStatus::NeedsConfirmation === $run->status || self::is_preview_made( $run );
	}

	private static function is_preview_made( Run $run ): bool {
		return RunMode::Preview === $run->mode && RunStatus::Succeeded === $run->status;
	}

	private static function result( RunStatus $status ): string {
		return match ( $status ) {
			RunStatus::Running => __( 'Running', 'stock-sync-for-keycrm' ),
			RunStatus::Waiting => __( 'Waiting', 'stock-sync-for-keycrm' ),
			RunStatus::NeedsConfirmation => __( 'Needs your decision', 'stock-sync-for-keycrm' ),
			RunStatus::Succeeded => __( 'Finished', 'stock-sync-for-keycrm' ),
			RunStatus::Failed => __( 'Failed', 'stock-sync-for-keycrm' ),
			RunStatus::Cancelled => __( 'Cancelled', 'stock-sync-for-keycrm' ),
		};
	}

	/** Number of products that the run changed or would change; "—" if it ended before it wrote anything. */
	private static function changed( Run $run ): string {
		$count = number_format_i18n( $run->counts->count( $run->mode->creates() ? Outcome::Created : Outcome::Updated ) );
		return match ( true ) {
			/* translators: %s: how many products would change. */
			self::is_plan( $run ) => sprintf( __( '%s planned', 'stock-sync-for-keycrm' ), $count ),
			in_array( $run->phase, array( RunPhase::Write, RunPhase::Verify, RunPhase::Done ), true ) => $count,
			default => '—',
		};
	}

	/** How many requests it saves to read only what the shop sells; '' where none. */
	private static function saving( ReadPlan $plan ): string {
		return $plan->requests >= $plan->instead_of ? '' : sprintf(
			/* translators: 1: a number of requests, 2: a larger one. */
			_n( '%1$s request instead of %2$s: KeyCRM is asked only for what your shop sells.', '%1$s requests instead of %2$s: KeyCRM is asked only for what your shop sells.', $plan->requests, 'stock-sync-for-keycrm' ),
			number_format_i18n( $plan->requests ),
			number_format_i18n( $plan->instead_of )
		);
	}

	/** Why the quantities of a plan are not those that would be written now; of products that are to be created, what is so now. */
	private static function age( Run $run, bool $settings_changed, bool $is_fresh ): string {
		return match ( true ) {
			$run->mode->creates() && $is_fresh => __( 'What you see is what will be created.', 'stock-sync-for-keycrm' ),
			$run->mode->creates() => __( 'This list is more than 15 minutes old, or settings have changed since. If you go on, it is made anew first, and you are asked again.', 'stock-sync-for-keycrm' ),
			$settings_changed && self::is_preview_made( $run ) => __( 'Settings have changed since this preview was made, so it no longer shows what would be written. Make a new one.', 'stock-sync-for-keycrm' ),
			$settings_changed => __( 'Settings have changed since this sync was paused. If you go on, KeyCRM is read again first, and you are asked again if more would be lost.', 'stock-sync-for-keycrm' ),
			default => __( 'These quantities are more than 15 minutes old. If you go on, KeyCRM is read again first, and you are asked again if more would be lost.', 'stock-sync-for-keycrm' ),
		};
	}
}
