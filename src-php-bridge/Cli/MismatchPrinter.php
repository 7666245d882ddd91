<?php
/**
 * Prints mismatches.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\Csv;
use KeyCrmStock\Export\JsonList;
use KeyCrmStock\Export\MismatchRows;
use KeyCrmStock\Sync\Product\MismatchLists;
use KeyCrmStock\Text\MismatchText;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\MismatchGroup;

use function WP_CLI\Utils\format_items;

final class MismatchPrinter {

	private const FIELDS = array( 'group', 'product', 'name', 'sku', 'in_shop', 'keycrm_sku', 'in_keycrm', 'reason' );

	/** How many rows a table in a terminal shows at most. */
	private const SHOWN = 100;

	public function __construct(
		private readonly MismatchLists $lists,
		private readonly MismatchRows $rows,
		private readonly MismatchText $text,
	) {}

	/** Null before shop and KeyCRM have been compared. */
	public function comparison(): ?Comparison {
		return $this->lists->comparison();
	}

	/** Prints how many mismatches each group has. */
	public function counts( Comparison $comparison, string $format ): void {
		$rows = array_map(
			fn ( MismatchGroup $group ): array => array(
				'group' => $group->value,
				'count' => $this->lists->count( $group, $comparison ),
				'what'  => $this->text->group( $group ),
			),
			MismatchGroup::cases()
		);
		format_items( $format, $rows, array( 'group', 'count', 'what' ) );
	}

	/** @param string $format 'table': the first ones; 'csv' and 'json': all of them, in constant memory. */
	public function show( MismatchGroup $group, Comparison $comparison, string $format ): void {
		match ( $format ) {
			'csv' => $this->csv( $group, $comparison ),
			'json' => $this->json( $group, $comparison ),
			default => $this->table( $group, $comparison ),
		};
	}

	private function table( MismatchGroup $group, Comparison $comparison ): void {
		$rows = $this->rows->for_mismatches( $group, $this->lists->page( $group, $comparison, 1, self::SHOWN ), $comparison );
		format_items( 'table', $rows, array( 'product', 'name', 'sku', 'in_shop', 'keycrm_sku', 'in_keycrm' ) );
		$total = $this->lists->count( $group, $comparison );
		if ( $total > self::SHOWN ) {
			/* translators: 1: how many are shown, 2: how many there are. */
			\WP_CLI::warning( sprintf( __( 'These are the first %1$d of %2$d. With --format=csv or --format=json all of them are printed.', 'stock-sync-for-keycrm' ), self::SHOWN, $total ) );
		}
		if ( isset( $rows[0] ) ) {
			\WP_CLI::log( (string) $rows[0]['reason'] );
		}
	}

	private function csv( MismatchGroup $group, Comparison $comparison ): void {
		fwrite( STDOUT, Csv::line( self::FIELDS ) );
		foreach ( $this->rows->each( $group, $comparison ) as $row ) {
			fwrite( STDOUT, Csv::line( array_values( $row ) ) );
		}
	}

	private function json( MismatchGroup $group, Comparison $comparison ): void {
		JsonList::put( $this->rows->each( $group, $comparison ) );
	}
}
