<?php
/**
 * Getters and setters of properties that only need cleaning: get_weight(), set_weight( $value ) and so on.
 */

declare(strict_types=1);

namespace WooStandIn\Core;

use BadMethodCallException;

trait HasPlainProps {
	/** @return array<string, string> The cleaning function of each plain property. */
	abstract protected function plain_props(): array;

	public function __call( string $name, array $arguments ): mixed {
		$verb = substr( $name, 0, 4 );
		$prop = substr( $name, 4 );
		$kind = $this->plain_props()[ $prop ] ?? null;
		if ( null === $kind || ! in_array( $verb, array( 'get_', 'set_' ), true ) ) {
			throw new BadMethodCallException( 'The stand-in has no ' . static::class . "::$name()." );
		}
		if ( 'get_' === $verb ) {
			return $this->get_prop( $prop, $arguments[0] ?? 'view' );
		}
		$value = $arguments[0] ?? null;
		'date' === $kind ? $this->set_date_prop( $prop, $value ) : $this->set_prop( $prop, self::cleaned( $kind, $value ) );
		return null;
	}

	/** Whether a property has the methods get_… and set_…. */
	public function stand_in_knows( string $prop ): bool {
		return method_exists( $this, "set_$prop" ) || isset( $this->plain_props()[ $prop ] );
	}

	private static function cleaned( string $kind, mixed $value ): mixed {
		return match ( $kind ) {
			'flag'    => wc_string_to_bool( $value ),
			'id'      => absint( $value ),
			'integer' => (int) $value,
			'ids'     => array_values( array_unique( array_filter( wp_parse_id_list( $value ) ) ) ),
			'amount'  => wc_format_decimal( $value ),
			'money'   => wc_format_decimal( $value, false, true ),
			'limit'   => '' === $value || (int) $value < 0 ? -1 : (int) $value,
			'list'    => array_filter( (array) $value ),
			default   => $value,
		};
	}
}
