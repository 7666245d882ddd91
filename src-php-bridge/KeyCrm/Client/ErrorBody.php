<?php
/**
 * The few words of an unusable answer that are worth showing.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

/** Plain text, short. Never quotes rows: answers may hold buyers' data (keycrm-server/API.md §7). */
final class ErrorBody {

	private const MAX_LENGTH = 200;

	/**
	 * KeyCRM's own error text: the first of Laravel's field errors, its `message`, or ''
	 * (assumed shapes of keycrm-server/API.md §10).
	 */
	public static function said( string $body ): string {
		$json = json_decode( $body, true );
		if ( ! is_array( $json ) ) {
			return '';
		}
		$errors = $json['errors'] ?? null;
		$field  = is_array( $errors ) ? reset( $errors ) : null;
		$first  = is_array( $field ) ? reset( $field ) : $field;
		foreach ( array( $first, $json['message'] ?? null, $json['error'] ?? null ) as $text ) {
			if ( is_string( $text ) && '' !== trim( $text ) ) {
				return self::plain( $text );
			}
		}
		return '';
	}

	/**
	 * The fields that Laravel did not accept (assumed shape of keycrm-server/API.md §10).
	 *
	 * @return list<string> As in 'stocks.4.quantity'.
	 */
	public static function fields( string $body ): array {
		$json   = json_decode( $body, true );
		$errors = is_array( $json ) && is_array( $json['errors'] ?? null ) ? $json['errors'] : array();
		return array_map( 'strval', array_keys( $errors ) );
	}

	/** What the answer looks like from outside: its type, size and, for a page, the title. */
	public static function outline( string $body, string $content_type ): string {
		$title = 1 === preg_match( '/<title[^>]*>(.*?)<\/title>/is', substr( $body, 0, 4096 ), $match ) ? self::plain( $match[1] ) : '';
		return sprintf(
			'%s, %d bytes%s',
			'' === $content_type ? 'no content type' : self::plain( $content_type ),
			strlen( $body ),
			'' === $title ? '' : ', "' . $title . '"'
		);
	}

	private static function plain( string $text ): string {
		$text = wp_strip_all_tags( wp_check_invalid_utf8( $text, true ) );
		return mb_substr( trim( preg_replace( '/[\s\p{C}]+/u', ' ', $text ) ?? '' ), 0, self::MAX_LENGTH, 'UTF-8' );
	}
}
