<?php
/**
 * Mismatches as rows of a file.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Sync\Product\MismatchLists;
use KeyCrmStock\Text\MismatchText;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\MismatchGroup;

final class MismatchRows {

	private const ROWS_AT_A_TIME = 200;

	public function __construct(
		private readonly MismatchLists $lists,
		private readonly MismatchJson $json,
		private readonly MismatchText $text,
	) {}

	/**
	 * @param Comparison|null $comparison Null before anything has been compared: then there are no rows.
	 * @return \Generator<int, list<string|int|float|null>>
	 */
	public function rows( MismatchGroup $group, ?Comparison $comparison ): \Generator {
		yield array(
			__( 'What is wrong', 'stock-sync-for-keycrm' ),
			__( 'Product number', 'stock-sync-for-keycrm' ),
			__( 'Product', 'stock-sync-for-keycrm' ),
			__( 'SKU in the shop', 'stock-sync-for-keycrm' ),
			__( 'SKU in KeyCRM', 'stock-sync-for-keycrm' ),
			__( 'In the shop', 'stock-sync-for-keycrm' ),
			__( 'In KeyCRM', 'stock-sync-for-keycrm' ),
			__( 'Why', 'stock-sync-for-keycrm' ),
		);
		if ( null === $comparison ) {
			return;
		}
		foreach ( $this->lists->portions( $group, $comparison, self::ROWS_AT_A_TIME ) as $portion ) {
			foreach ( $this->json->export( $portion, $comparison ) as $row ) {
				yield $this->row( $group, $row );
			}
		}
	}

	/**
	 * @param array<string, mixed> $row As MismatchJson makes it.
	 * @return list<string|int|float|null>
	 */
	private function row( MismatchGroup $group, array $row ): array {
		$skus    = array_unique( array_column( $row['in_keycrm'], 'sku' ) );
		$numbers = array_column( $row['in_keycrm'], 'quantity' );
		return array(
			$this->text->group( $group ),
			0 === $row['product_id'] ? null : $row['product_id'],
			$row['product_name'],
			$row['sku'],
			implode( ' ', $skus ),
			$row['in_shop'],
			1 === count( $numbers ) ? $numbers[0] : implode( ' / ', $numbers ),
			$row['reason'],
		);
	}
}
