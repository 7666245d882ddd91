<?php
/**
 * How a run reads KeyCRM's stock, and what that saves.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/run.ts readPlanSchema */
final class ReadPlan {

	/** KeyCRM's whole list, page by page. */
	public const WHOLE = 'whole';

	/** Only the offers that this shop sells, by id or SKU. */
	public const OWN = 'own';

	/**
	 * @param int $requests   Requests that this way takes.
	 * @param int $instead_of Requests that the full list would take; 0 while that is unknown.
	 */
	private function __construct(
		public readonly string $kind,
		public readonly int $requests,
		public readonly int $instead_of,
	) {}

	/** @param int $requests 0 while their number is unknown. */
	public static function whole( int $requests ): self {
		return new self( self::WHOLE, $requests, $requests );
	}

	public static function own( int $requests, int $instead_of ): self {
		return new self( self::OWN, $requests, $instead_of );
	}

	/** @return array{kind: string, requests: int, instead_of: int} */
	public function to_array(): array {
		return array(
			'kind'       => $this->kind,
			'requests'   => $this->requests,
			'instead_of' => $this->instead_of,
		);
	}

	/** @param array<string, mixed> $row As written by to_array(). */
	public static function from_array( array $row ): self {
		$number = static fn ( string $key ): int => is_numeric( $row[ $key ] ?? null ) ? (int) $row[ $key ] : 0;
		return new self( self::OWN === ( $row['kind'] ?? '' ) ? self::OWN : self::WHOLE, $number( 'requests' ), $number( 'instead_of' ) );
	}
}
