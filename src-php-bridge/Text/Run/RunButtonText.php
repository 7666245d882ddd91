<?php
/**
 * The buttons with which a person decides about a plan.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Text\CreationText;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\GuardReport;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Stock\Side;

final class RunButtonText {

	/** Writes what a preview shows. */
	public static function apply( Run $run ): string {
		return Side::KeyCrm === $run->side
			? self::send( $run->counts->count( Outcome::Updated ) )
			: self::counted(
				/* translators: %s: how many products. */
				_n( 'Apply to %s product', 'Apply to %s products', $run->counts->count( Outcome::Updated ), 'stock-sync-for-keycrm' ),
				$run->counts->count( Outcome::Updated )
			);
	}

	/** Says what confirming does, with the number that made the guard stop the run. */
	public static function confirm( Run $run ): string {
		$zeroed  = $run->guard->zeroed ?? 0;
		$changes = $run->guard->changes ?? $run->counts->count( Outcome::Updated );
		return match ( true ) {
			$run->mode->creates() => CreationText::confirm( $run ),
			RunMode::Fill === $run->mode => self::send( $changes ),
			Side::KeyCrm === $run->side && $zeroed > 0 => self::counted(
				/* translators: %s: how many products. */
				_n( 'Set %s product to 0 in KeyCRM', 'Set %s products to 0 in KeyCRM', $zeroed, 'stock-sync-for-keycrm' ),
				$zeroed
			),
			Side::KeyCrm === $run->side => self::send( $changes ),
			$zeroed > 0 => self::counted(
				/* translators: %s: how many products. */
				_n( 'Set %s product to 0', 'Set %s products to 0', $zeroed, 'stock-sync-for-keycrm' ),
				$zeroed
			),
			in_array( GuardReport::NEW_DIRECTION, $run->guard->reasons ?? array(), true ) => self::counted(
				/* translators: %s: how many products. */
				_n( 'Change %s product', 'Change %s products', $changes, 'stock-sync-for-keycrm' ),
				$changes
			),
			default => self::counted(
				/* translators: %s: how many products. */
				_n( 'Change %s product all the same', 'Change %s products all the same', $changes, 'stock-sync-for-keycrm' ),
				$changes
			),
		};
	}

	public static function discard( Run $run ): string {
		if ( $run->mode->creates() ) {
			return __( 'Create nothing', 'stock-sync-for-keycrm' );
		}
		return Side::KeyCrm === $run->side
			? __( 'Leave KeyCRM as it is', 'stock-sync-for-keycrm' )
			: __( 'Keep current stock', 'stock-sync-for-keycrm' );
	}

	private static function send( int $count ): string {
		return self::counted(
			/* translators: %s: how many products. */
			_n( 'Send %s quantity to KeyCRM', 'Send %s quantities to KeyCRM', $count, 'stock-sync-for-keycrm' ),
			$count
		);
	}

	private static function counted( string $sentence, int $count ): string {
		return sprintf( $sentence, number_format_i18n( $count ) );
	}
}
