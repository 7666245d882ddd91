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
use KeyCrmStock\Value\Change\Mismatch;
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
		foreach ( $this->each( $group, $comparison ) as $row ) {
			yield array( $this->text->group( $group ), $row['product'], $row['name'], $row['sku'], $row['keycrm_sku'], $row['in_shop'], $row['in_keycrm'], $row['reason'] );
		}
	}

	/** @return \Generator<int, array<string, string|int|float|null>> Keyed as for_mismatches() does. */
	public function each( MismatchGroup $group, Comparison $comparison ): \Generator {
		foreach ( $this->lists->portions( $group, $comparison, self::ROWS_AT_A_TIME ) as $portion ) {
			yield from $this->for_mismatches( $group, $portion, $comparison );
		}
	}

	/**
	 * @param list<Mismatch> $mismatches
	 * @return list<array<string, string|int|float|null>> Keyed by names that programs read.
	 */
	public function for_mismatches( MismatchGroup $group, array $mismatches, Comparison $comparison ): array {
		return array_map( static fn ( array $row ): array => self::row( $group, $row ), $this->json->export( $mismatches, $comparison ) );
	}

	/**
	 * @param array<string, mixed> $row As MismatchJson makes it.
	 * @return array<string, string|int|float|null>
	 */
	private static function row( MismatchGroup $group, array $row ): array {
		$numbers = array_column( $row['in_keycrm'], 'quantity' );
		return array(
			'group'      => $group->value,
			'product'    => 0 === $row['product_id'] ? null : $row['product_id'],
			'name'       => $row['product_name'],
			'sku'        => $row['sku'],
			'in_shop'    => $row['in_shop'],
			'keycrm_sku' => implode( ' ', array_unique( array_column( $row['in_keycrm'], 'sku' ) ) ),
			'in_keycrm'  => 1 === count( $numbers ) ? $numbers[0] : implode( ' / ', $numbers ),
			'reason'     => $row['reason'],
		);
	}
}
