<?php
/**
 * Reads the mismatches that the newest comparison has found.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Mismatch;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\Mismatch;
use KeyCrmStock\Value\Change\MismatchGroup;

/** Rows are sorted by SKU, so that duplicates stand together. */
final class MismatchTable {

	/** Columns in the tables for the keys of a query. */
	private const COLUMNS = array(
		'sku'        => 'c.sku',
		'product_id' => 'c.product_id',
		'crm_sku'    => 'l.sku',
		'offer_id'   => 'l.offer_id',
	);

	public function __construct( private readonly Database $database ) {}

	public function count( MismatchGroup $group, Comparison $comparison ): int {
		$query = MismatchQuery::for_group( $group, $comparison, $this->database );
		return null === $query ? 0 : (int) $this->database->value( "SELECT COUNT(*) FROM {$query->from}", $query->values );
	}

	/** @return list<Mismatch> */
	public function page( MismatchGroup $group, Comparison $comparison, int $page, int $per_page ): array {
		$query = MismatchQuery::for_group( $group, $comparison, $this->database );
		return null === $query ? array() : $this->mismatches(
			$group,
			$this->database->rows(
				"SELECT {$query->columns} FROM {$query->from} ORDER BY {$this->order( $query )} LIMIT %d OFFSET %d",
				array( ...$query->values, $per_page, ( $page - 1 ) * $per_page )
			)
		);
	}

	/**
	 * All of a group. It holds only a few rows in memory at a time.
	 *
	 * @return \Generator<int, list<Mismatch>> Portions.
	 */
	public function portions( MismatchGroup $group, Comparison $comparison, int $rows ): \Generator {
		$query = MismatchQuery::for_group( $group, $comparison, $this->database );
		$after = '';
		$last  = array();
		while ( null !== $query ) {
			$portion = $this->database->rows( "SELECT {$query->columns} FROM {$query->from} $after ORDER BY {$this->order( $query )} LIMIT %d", array( ...$query->values, ...$last, $rows ) );
			if ( array() !== $portion ) {
				yield $this->mismatches( $group, $portion );
				[ $after, $last ] = $this->after( $query, $portion[ count( $portion ) - 1 ] );
			}
			if ( count( $portion ) < $rows ) {
				return;
			}
		}
	}

	private function order( MismatchQuery $query ): string {
		return implode( ', ', array_map( static fn ( string $key ): string => self::COLUMNS[ $key ], $query->keys ) );
	}

	/**
	 * A condition for rows after this row, key by key.
	 *
	 * @param array<string, string|null> $row
	 * @return array{string, list<string>}
	 */
	private function after( MismatchQuery $query, array $row ): array {
		$cases  = array();
		$values = array();
		$equal  = '';
		$seen   = array();
		foreach ( $query->keys as $key ) {
			$column  = self::COLUMNS[ $key ];
			$place   = str_ends_with( $key, '_id' ) ? '%d' : '%s';
			$cases[] = "( {$equal}$column > $place )";
			$equal  .= "$column = $place AND ";
			$seen[]  = (string) $row[ $key ];
			array_push( $values, ...$seen );
		}
		$first = self::COLUMNS[ $query->keys[0] ];
		// The first condition is implied by the others, but lets the database begin at the right place of its index.
		return array( "AND $first >= %s AND ( " . implode( ' OR ', $cases ) . ' )', array( $seen[0], ...$values ) );
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<Mismatch>
	 */
	private function mismatches( MismatchGroup $group, array $rows ): array {
		return array_map(
			static fn ( array $row ): Mismatch => new Mismatch(
				$group,
				(int) ( $row['product_id'] ?? 0 ),
				(string) ( $row['name'] ?? '' ),
				(string) ( $row['sku'] ?? '' ),
				(int) ( $row['offer_id'] ?? 0 ),
				(string) ( $row['crm_sku'] ?? '' )
			),
			$rows
		);
	}
}
