<?php
/**
 * Statements to the database that fail loudly.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

/** The wpdb of WordPress answers false and goes on; a half-done run must not. */
final class Database {

	public function __construct( private readonly \wpdb $wpdb ) {}

	/** Name of one of the plugin's tables, e.g. table( 'levels' ). */
	public function table( string $name ): string {
		return $this->wpdb->prefix . 'keycrm_stock_' . $name;
	}

	public function options_table(): string {
		return $this->wpdb->options;
	}

	/**
	 * @param list<string|int|float|null> $values For %s, %d and %f in the statement.
	 * @return int Rows inserted, or really changed.
	 * @throws StorageException
	 */
	public function run( string $statement, array $values = array() ): int {
		$result = $this->wpdb->query( $this->prepared( $statement, $values ) );
		if ( false === $result ) {
			throw StorageException::from_database( $statement, $this->wpdb->last_error );
		}
		return (int) $result;
	}

	/**
	 * @param list<string|int|float|null> $values
	 * @return list<array<string, string|null>>
	 * @throws StorageException
	 */
	public function rows( string $statement, array $values = array() ): array {
		/** @var list<array<string, string|null>>|null $rows */
		$rows = $this->wpdb->get_results( $this->prepared( $statement, $values ), 'ARRAY_A' );
		if ( '' !== $this->wpdb->last_error ) {
			throw StorageException::from_database( $statement, $this->wpdb->last_error );
		}
		return $rows ?? array();
	}

	/**
	 * The first column of the first row.
	 *
	 * @param list<string|int|float|null> $values
	 * @throws StorageException
	 */
	public function value( string $statement, array $values = array() ): ?string {
		$row = $this->rows( $statement, $values )[0] ?? array();
		return array_values( $row )[0] ?? null;
	}

	public function inserted_id(): int {
		return $this->wpdb->insert_id;
	}

	/** Text for a LIKE in which % and _ stand for themselves. */
	public function like( string $text ): string {
		return '%' . $this->wpdb->esc_like( $text ) . '%';
	}

	/** As `$wpdb->suppress_errors()`: for a statement whose refusal is an expected answer. */
	public function quietly( callable $work ): void {
		$before = $this->wpdb->suppress_errors( true );
		try {
			$work();
		} finally {
			$this->wpdb->suppress_errors( $before );
		}
	}

	/** @param list<string|int|float|null> $values */
	private function prepared( string $statement, array $values ): string {
		$kept = array_values( array_filter( $values, static fn ( $value ): bool => null !== $value ) );
		$text = count( $kept ) === count( $values ) ? $statement : $this->with_nulls( $statement, $values );
		// The statement is written in this folder, with placeholders for every value. @phpstan-ignore argument.type
		return array() === $kept ? $text : (string) $this->wpdb->prepare( $text, $kept );
	}

	/**
	 * The wpdb has no way to say NULL: its placeholder is replaced before the others are filled in.
	 *
	 * @param list<string|int|float|null> $values
	 */
	private function with_nulls( string $statement, array $values ): string {
		$index = 0;
		return (string) preg_replace_callback(
			'/%[sdf]/',
			static function ( array $found ) use ( $values, &$index ): string {
				return null === $values[ $index++ ] ? 'NULL' : $found[0];
			},
			$statement
		);
	}
}
