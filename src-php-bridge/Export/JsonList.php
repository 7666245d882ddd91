<?php
/**
 * A list as JSON, printed row by row.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

/** Rows are printed one by one, because WP-CLI's own formatter holds all of them in memory. */
final class JsonList {

	/** @param iterable<array<string, mixed>> $rows */
	public static function put( iterable $rows ): void {
		$between = "[\n";
		foreach ( $rows as $row ) {
			fwrite( STDOUT, $between . wp_json_encode( $row, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) );
			$between = ",\n";
		}
		fwrite( STDOUT, "[\n" === $between ? "[]\n" : "\n]\n" );
	}
}
