<?php
/**
 * A table as a file, sent row by row.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\Csv;

final class CsvResponse {

	/** Without it spreadsheets read the file in their own code page, and garble Cyrillic. */
	private const BYTE_ORDER_MARK = "\xEF\xBB\xBF";

	/** @param iterable<list<string|int|float|null>> $rows The first holds the names of the columns; taken only when sent. */
	public static function download( string $file_name, iterable $rows ): \WP_REST_Response {
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
		// An output buffer of another plugin would hold the whole file in memory.
		while ( ob_get_level() > 0 && ob_end_clean() ) {
			continue;
		}
		echo self::BYTE_ORDER_MARK;
		foreach ( $rows as $row ) {
			// A file for spreadsheets, not a page: nothing in it is HTML. phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
			echo Csv::line( $row );
		}
	}
}
