<?php
/**
 * A small JSON value that all processes and servers share.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Database;

defined( 'ABSPATH' ) || exit;

/**
 * Changed by compare-and-swap on one row of the options table, past every cache. Two workers that take
 * a request slot at the same instant get two different ones, without a lock.
 */
final class AtomicOption {

	private const TRIES = 50;

	public function __construct( private readonly Database $database, private readonly string $option ) {}

	/** @return array<string, mixed> Empty where nothing has been stored yet. */
	public function get(): array {
		return $this->decoded( $this->raw() ?? '' );
	}

	/**
	 * @template T
	 * @param callable( array<string, mixed> ): array{array<string, mixed>, T} $change From the present
	 *        value to the next one and an answer. May be called several times, so it must have no side effects.
	 * @return T
	 * @throws DatabaseError
	 */
	public function change( callable $change ): mixed {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$before            = $this->raw();
			[ $next, $answer ] = $change( $this->decoded( $before ?? '' ) );
			$after             = (string) wp_json_encode( $next );
			if ( $after === $before || $this->swapped( $before, $after ) ) {
				return $answer;
			}
			usleep( random_int( 200, 2000 ) );
		}
		throw DatabaseError::from_statement( $this->option, 'the row changed too often' );
	}

	private function raw(): ?string {
		return $this->database->value(
			'SELECT option_value FROM ' . $this->database->names->options . ' WHERE option_name = %s',
			array( $this->option )
		);
	}

	private function swapped( ?string $before, string $after ): bool {
		$table = $this->database->names->options;
		if ( null === $before ) {
			return 1 === $this->database->run(
				"INSERT IGNORE INTO $table (option_name, option_value, autoload) VALUES (%s, %s, 'no')",
				array( $this->option, $after )
			);
		}
		return 1 === $this->database->run(
			"UPDATE $table SET option_value = %s WHERE option_name = %s AND option_value = %s",
			array( $after, $this->option, $before )
		);
	}

	/** @return array<string, mixed> */
	private function decoded( string $json ): array {
		$value = json_decode( $json, true );
		return is_array( $value ) ? $value : array();
	}
}
