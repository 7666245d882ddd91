<?php
/**
 * A product's number as it stands in the database.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

final class StockRow {

	/** Null where the row is missing or holds no number. */
	public readonly ?float $amount;

	/** Whether all rows hold the same number, to which a difference can be added. */
	public readonly bool $is_plain;

	/** @param array<int, string|null> $values By meta_id, ascending. More than one is a known kind of damage; WordPress reads the first. */
	public function __construct( public readonly array $values ) {
		$first          = array() === $values ? null : $values[ array_key_first( $values ) ];
		$this->amount   = StockQuantity::from_meta( $first );
		$this->is_plain = null !== $this->amount && 1 === count( array_unique( $values ) );
	}

	/** @return list<int> */
	public function meta_ids(): array {
		return array_keys( $this->values );
	}
}
