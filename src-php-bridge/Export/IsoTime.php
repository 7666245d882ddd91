<?php
/**
 * Times on the wire.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

final class IsoTime {

	/** Unix milliseconds from ISO 8601; null for none. */
	public static function ms( string $iso ): ?int {
		$time = '' === $iso ? false : strtotime( $iso );
		return false === $time ? null : $time * 1000;
	}

	/** ISO 8601, UTC, from unix milliseconds. */
	public static function iso( ?int $ms ): ?string {
		return null === $ms ? null : gmdate( 'Y-m-d\TH:i:s\Z', intdiv( $ms, 1000 ) );
	}
}
