<?php
/**
 * Why the plugin waits.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Run;

defined( 'ABSPATH' ) || exit;

final class WaitText {

	/** KeyCRM wants fewer requests. */
	public static function sentence( int $seconds ): string {
		return sprintf(
			/* translators: %d: number of seconds */
			_n(
				'KeyCRM asks us to slow down (60 requests a minute for everything that uses your key). Try again in %d second.',
				'KeyCRM asks us to slow down (60 requests a minute for everything that uses your key). Try again in %d seconds.',
				$seconds,
				'stock-sync-for-keycrm'
			),
			$seconds
		);
	}

	/**
	 * Why a run waits; without how long.
	 *
	 * @param string $waits_for As in Run.
	 */
	public static function reason( string $waits_for ): string {
		return match ( $waits_for ) {
			'limit' => __( 'KeyCRM allows about 60 requests a minute for everything that uses your key, and they are used up.', 'stock-sync-for-keycrm' ),
			'database' => __( 'The shop’s own database was busy or did not answer, so the step is tried again after a pause.', 'stock-sync-for-keycrm' ),
			default => __( 'KeyCRM did not answer as it should. It is asked again after a pause.', 'stock-sync-for-keycrm' ),
		};
	}
}
