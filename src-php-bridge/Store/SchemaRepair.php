<?php
/**
 * Finds tables, columns and indexes that the database lacks, and creates them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;

/** WordPress's dbDelta() returns what it has tried, not whether it worked. So the tables are checked afterwards. */
final class SchemaRepair {

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param array<string, string> $statements CREATE TABLE by the table's full name, with one column or index a line.
	 * @return array<string, string> A statement for each thing that is missing, by its name, such as `wp_…_runs.lane`.
	 */
	public function missing( array $statements ): array {
		$missing = array();
		foreach ( $statements as $table => $statement ) {
			$names = $this->names_in( $table );
			if ( null === $names ) {
				$missing[ $table ] = $statement;
				continue;
			}
			foreach ( $this->parts( $statement ) as $name => $line ) {
				if ( ! in_array( $name, $names, true ) ) {
					$missing[ "$table.$name" ] = "ALTER TABLE $table ADD $line";
				}
			}
		}
		return $missing;
	}

	/**
	 * Creates the tables, or changes them to what they should be.
	 *
	 * @param array<string, string> $statements As for missing().
	 * @return string Why something could not be made, in the server's own words; '' where nothing is missing any more.
	 */
	public function make( array $statements ): string {
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		// Two requests may do this at the same time. A refusal because the other one was faster does not matter.
		$this->database->quietly( static fn (): array => dbDelta( array_values( $statements ) ) );
		$reason = '';
		foreach ( $this->missing( $statements ) as $statement ) {
			try {
				$this->database->quietly( fn (): int => $this->database->run( $statement ) );
			} catch ( DatabaseError $error ) {
				$reason = '' === $reason ? $error->getMessage() : $reason;
			}
		}
		$missing = array_keys( $this->missing( $statements ) );
		return match ( true ) {
			array() === $missing => '',
			'' === $reason => 'Missing although no statement failed: ' . implode( ', ', $missing ),
			default => $reason,
		};
	}

	/** @return list<string>|null The columns and indexes that a table has; null where there is no such table. */
	private function names_in( string $table ): ?array {
		try {
			$columns = $this->database->quietly( fn (): array => $this->database->rows( "SHOW COLUMNS FROM $table" ) );
			$indexes = $this->database->rows( "SHOW INDEX FROM $table" );
		} catch ( DatabaseError ) {
			return null;
		}
		$names = array();
		foreach ( $columns as $row ) {
			$names[] = 'column ' . $row['Field'];
		}
		foreach ( $indexes as $row ) {
			$names[] = 'index ' . $row['Key_name'];
		}
		return $names;
	}

	/** @return array<string, string> Columns and indexes: `column lane`, `index PRIMARY`. */
	private function parts( string $statement ): array {
		$parts = array();
		foreach ( explode( "\n", $statement ) as $line ) {
			$line = rtrim( trim( $line ), ',' );
			if ( 1 === preg_match( '/^PRIMARY KEY/', $line ) ) {
				$parts['index PRIMARY'] = $line;
			} elseif ( 1 === preg_match( '/^(?:UNIQUE )?KEY (\w+)/', $line, $found ) ) {
				$parts[ "index {$found[1]}" ] = $line;
			} elseif ( 1 === preg_match( '/^`?(\w+)`? [a-z]+/', $line, $found ) ) {
				$parts[ "column {$found[1]}" ] = "COLUMN $line";
			}
		}
		return $parts;
	}
}
