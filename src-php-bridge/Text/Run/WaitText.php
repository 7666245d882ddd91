<?php
/**
 * Says that KeyCRM wants fewer requests.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Run;

defined( 'ABSPATH' ) || exit;

final class WaitText {

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
}
