<?php
/**
 * Makes sentences in another language than that of the request.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

final class InLanguage {

	/**
	 * For logs: whoever is asked for help reads English.
	 *
	 * @template T
	 * @param callable(): T $make
	 * @return T
	 */
	public static function english( callable $make ): mixed {
		return self::switched( 'en_US', $make );
	}

	/**
	 * For e-mails: the person whose request this happens to be may have another language than the site.
	 *
	 * @template T
	 * @param callable(): T $make
	 * @return T
	 */
	public static function of_site( callable $make ): mixed {
		return self::switched( get_locale(), $make );
	}

	/**
	 * @template T
	 * @param callable(): T $make
	 * @return T
	 */
	private static function switched( string $locale, callable $make ): mixed {
		$switched = switch_to_locale( $locale );
		try {
			return $make();
		} finally {
			if ( $switched ) {
				restore_previous_locale();
			}
		}
	}
}
