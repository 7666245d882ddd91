<?php
/**
 * A table as a file, sent row by row.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

final class CsvResponse {

	/** Spreadsheets take a file without it for their own code page, and Cyrillic for noise. */
	private const BYTE_ORDER_MARK = "\xEF\xBB\xBF";

	/**
	 * How a text begins that a spreadsheet would take for a formula, and carry out: with a sign, be it full-width,
	 * small or a minus of typography, also behind white space and what cannot be seen; or with a tab or line break.
	 */
	private const FORMULA = '/^(?:[\s\p{Z}\p{C}]*[=+\-@\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}\x{FE66}\x{FE62}\x{FE63}\x{FE6B}\x{2212}]|[\t\r\n])/u';

	/** @param iterable<list<string|int|float|null>> $rows The first holds the names of the columns; taken only when sent. */
	public static function of( string $file_name, iterable $rows ): \WP_REST_Response {
		$response = new \WP_REST_Response( null );
		$response->header( 'Content-Type', 'text/csv; charset=utf-8' );
		$response->header( 'Content-Disposition', 'attachment; filename="' . sanitize_file_name( $file_name ) . '"' );
		$response->header( 'Cache-Control', 'no-store' );
		add_filter(
			'rest_pre_serve_request',
			static function ( $served, $result ) use ( $response, $rows ): bool {
				if ( $served || $result !== $response ) {
					return (bool) $served;
				}
				self::send( $rows );
				return true;
			},
			10,
			2
		);
		return $response;
	}

	/** @param iterable<list<string|int|float|null>> $rows */
	private static function send( iterable $rows ): void {
		wc_set_time_limit();
		// A buffer of another plugin would hold the whole file.
		while ( ob_get_level() > 0 && ob_end_clean() ) {
			continue;
		}
		echo self::BYTE_ORDER_MARK;
		foreach ( $rows as $row ) {
			// A file for spreadsheets, not a page: nothing in it is HTML. phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
			echo self::line( $row );
		}
	}

	/** @param list<string|int|float|null> $cells */
	public static function line( array $cells ): string {
		return implode( ',', array_map( self::cell( ... ), $cells ) ) . "\r\n";
	}

	private static function cell( string|int|float|null $value ): string {
		if ( ! is_string( $value ) ) {
			return null === $value ? '' : (string) $value;
		}
		// Text that is not UTF-8 cannot be judged, so it is quoted too.
		$safe = 0 !== preg_match( self::FORMULA, $value ) ? "'" . $value : $value;
		return 1 === preg_match( '/[",\r\n]/', $safe ) ? '"' . str_replace( '"', '""', $safe ) . '"' : $safe;
	}
}
