<?php
/**
 * How far the read has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

final class ReadCursor {

	/**
	 * @param int                $next_page  From 1.
	 * @param int                $total      Offers, as the first page said; -1 before it.
	 * @param int                $restarts   Times the read began anew because the list had moved.
	 * @param list<int>          $warehouses Ids seen in any row so far.
	 */
	public function __construct(
		public readonly int $next_page = 1,
		public readonly int $total = -1,
		public readonly int $restarts = 0,
		public readonly array $warehouses = array(),
	) {}

	/** @param array<string, mixed> $row */
	public static function from_array( array $row ): self {
		$number = static fn ( string $key, int $otherwise ): int => is_numeric( $row[ $key ] ?? null ) ? (int) $row[ $key ] : $otherwise;
		$ids    = is_array( $row['warehouses'] ?? null ) ? $row['warehouses'] : array();
		return new self( $number( 'next_page', 1 ), $number( 'total', -1 ), $number( 'restarts', 0 ), array_values( array_map( 'intval', $ids ) ) );
	}

	/** @return array{next_page: int, total: int, restarts: int, warehouses: list<int>} */
	public function to_array(): array {
		return array(
			'next_page'  => $this->next_page,
			'total'      => $this->total,
			'restarts'   => $this->restarts,
			'warehouses' => $this->warehouses,
		);
	}

	/** @param list<int> $warehouses Ids seen on the page just read. */
	public function after_page( int $total, array $warehouses ): self {
		return new self(
			$this->next_page + 1,
			$total,
			$this->restarts,
			array_values( array_unique( array_merge( $this->warehouses, $warehouses ) ) )
		);
	}

	public function restarted(): self {
		return new self( restarts: $this->restarts + 1 );
	}
}
