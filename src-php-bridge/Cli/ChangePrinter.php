<?php
/**
 * Changes, printed row by row.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\ChangeRows;
use KeyCrmStock\Export\Csv;
use KeyCrmStock\Export\JsonList;
use KeyCrmStock\Store\Change\ChangeFilter;
use KeyCrmStock\Store\Change\ChangeLog;
use KeyCrmStock\Store\Change\ChangeSort;

use function WP_CLI\Utils\format_items;

final class ChangePrinter {

	private const FIELDS = array( 'time', 'run', 'product', 'name', 'sku', 'before', 'after', 'difference', 'outcome', 'reason' );

	/** How many rows a table in a terminal shows at most. */
	private const SHOWN = 100;

	public function __construct(
		private readonly ChangeLog $log,
		private readonly ChangeRows $rows,
	) {}

	/** @param string $format 'table': the newest ones; 'csv' and 'json': all of them, oldest first, in constant memory. */
	public function show( ChangeFilter $filter, string $format ): void {
		match ( $format ) {
			'csv' => $this->csv( $filter ),
			'json' => $this->json( $filter ),
			'count' => \WP_CLI::line( (string) $this->log->count( $filter ) ),
			default => $this->table( $filter ),
		};
	}

	private function table( ChangeFilter $filter ): void {
		$rows = array_map( $this->rows->row( ... ), $this->log->page( $filter, ChangeSort::Time, 'desc', 1, self::SHOWN ) );
		format_items( 'table', $rows, array( 'time', 'run', 'sku', 'name', 'before', 'after', 'outcome' ) );
		$total = $this->log->count( $filter );
		if ( $total > self::SHOWN ) {
			/* translators: 1: how many are shown, 2: how many there are. */
			\WP_CLI::warning( sprintf( __( 'These are the newest %1$d of %2$d. With --format=csv or --format=json all of them are printed.', 'stock-sync-for-keycrm' ), self::SHOWN, $total ) );
		}
	}

	private function csv( ChangeFilter $filter ): void {
		fwrite( STDOUT, Csv::line( self::FIELDS ) );
		foreach ( $this->each( $filter ) as $row ) {
			fwrite( STDOUT, Csv::line( array_values( $row ) ) );
		}
	}

	private function json( ChangeFilter $filter ): void {
		JsonList::put( $this->each( $filter ) );
	}

	/** @return \Generator<int, array<string, string|int|float|null>> Keyed by FIELDS. */
	private function each( ChangeFilter $filter ): \Generator {
		foreach ( $this->rows->each( $filter ) as $row ) {
			yield array_intersect_key( $row, array_flip( self::FIELDS ) );
		}
	}
}
