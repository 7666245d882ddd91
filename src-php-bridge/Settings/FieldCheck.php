<?php
/**
 * Finds the fields that a value breaks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress says whether a value fits its schema, but names the wrong field of a group only inside an English
 * sentence. So each field is validated by itself.
 */
final class FieldCheck {

	/**
	 * @param array<string, mixed> $schema
	 * @return list<FieldProblem> Empty where the value fits.
	 */
	public static function problems( array $schema, mixed $value, string $path ): array {
		if ( isset( $schema['uniqueBy'] ) && self::repeats( $schema['uniqueBy'], $value ) ) {
			return array( new FieldProblem( $path, FieldProblem::REPEATED ) );
		}
		$answer = rest_validate_value_from_schema( $value, $schema, $path );
		if ( ! is_wp_error( $answer ) ) {
			return array();
		}
		$inside = is_array( $value ) ? self::inside( $schema, $value, $path ) : array();
		return array() === $inside ? array( self::problem( $schema, $value, $path ) ) : $inside;
	}

	/** Whether two rows of a list have the same id, which WordPress does not check. */
	private static function repeats( string $by, mixed $rows ): bool {
		$ids = is_array( $rows ) ? array_column( array_filter( $rows, 'is_array' ), $by ) : array();
		return count( array_unique( $ids ) ) < count( $ids );
	}

	/**
	 * @param array<string, mixed> $schema
	 * @param array<mixed>         $value
	 * @return list<FieldProblem>
	 */
	private static function inside( array $schema, array $value, string $path ): array {
		$problems = array();
		foreach ( $value as $name => $part ) {
			$inner = 'array' === $schema['type'] ? $schema['items'] : $schema['properties'][ $name ] ?? null;
			if ( null !== $inner ) {
				array_push( $problems, ...self::problems( $inner, $part, "$path.$name" ) );
			}
		}
		return $problems;
	}

	/** @param array<string, mixed> $schema */
	private static function problem( array $schema, mixed $value, string $path ): FieldProblem {
		$is_number = in_array( $schema['type'], array( 'integer', 'number' ), true );
		return match ( true ) {
			isset( $schema['enum'] ) => new FieldProblem( $path, FieldProblem::NO_CHOICE, $schema['enum'] ),
			'email' === ( $schema['format'] ?? '' ) => new FieldProblem( $path, FieldProblem::NO_EMAIL ),
			$is_number && ! rest_is_integer( $value ) => new FieldProblem( $path, FieldProblem::NO_NUMBER ),
			$is_number && isset( $schema['minimum'] ) && $value < $schema['minimum'] => new FieldProblem( $path, FieldProblem::TOO_SMALL, array( $schema['minimum'] ) ),
			$is_number && isset( $schema['maximum'] ) && $value > $schema['maximum'] => new FieldProblem( $path, FieldProblem::TOO_LARGE, array( $schema['maximum'] ) ),
			is_array( $value ) && isset( $schema['maxItems'] ) && count( $value ) > $schema['maxItems'] => new FieldProblem( $path, FieldProblem::TOO_MANY, array( $schema['maxItems'] ) ),
			default => new FieldProblem( $path, FieldProblem::NO_VALUE ),
		};
	}
}
