<?php
/**
 * Changes, printed row by row.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\Csv;
use KeyCrmStock\Export\IsoTime;
use KeyCrmStock\Export\JsonList;
use KeyCrmStock\Store\Change\ChangeFilter;
use KeyCrmStock\Store\Change\ChangeLog;
use KeyCrmStock\Store\Change\ChangeSort;
use KeyCrmStock\Text\ReasonText;
use KeyCrmStock\Value\Change\Change;

use function WP_CLI\Utils\format_items;

final class ChangePrinter {

	private const FIELDS = array( 'time', 'run', 'product', 'name', 'sku', 'before', 'after', 'difference', 'outcome', 'reason' );

	/** A table in a terminal shows at most so many rows. */
	private const SHOWN = 100;

	private const ROWS_AT_A_TIME = 200;

	public function __construct(
		private readonly ChangeLog $log,
		private readonly ReasonText $reasons,
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
		$rows = array_map( $this->row( ... ), $this->log->page( $filter, ChangeSort::Time, 'desc', 1, self::SHOWN ) );
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

	/** @return \Generator<int, array<string, string|int|float|null>> */
	private function each( ChangeFilter $filter ): \Generator {
		foreach ( $this->log->portions( $filter, self::ROWS_AT_A_TIME ) as $portion ) {
			foreach ( $portion as $change ) {
				yield $this->row( $change );
			}
		}
	}

	/** @return array<string, string|int|float|null> Keyed by FIELDS. */
	private function row( Change $change ): array {
		return array_combine(
			self::FIELDS,
			array(
				(string) IsoTime::iso( $change->written_at ),
				$change->run_id,
				$change->product_id,
				$change->name,
				$change->sku,
				$change->before,
				$change->after,
				null === $change->before || null === $change->after ? null : $change->after - $change->before,
				$change->outcome->value,
				$this->reasons->sentence( $change->outcome, $change->reason ),
			)
		);
	}
}
