<?php
/**
 * Makes sentences in another language than the request's.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

final class InLanguage {

	/**
	 * English, for logs: a supporter in any country can read it.
	 *
	 * @template T
	 * @param callable(): T $make
	 * @return T
	 */
	public static function english( callable $make ): mixed {
		return self::switched( 'en_US', $make );
	}

	/**
	 * The site's language, for e-mails: the user of this request may have another language.
	 *
	 * @template T
	 * @param callable(): T $make
	 * @return T
	 */
	public static function in_site_language( callable $make ): mixed {
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
