<?php
/**
 * What is made of a product on the other side, as the change log shows it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

/** Kept in a change's `parts`. What is sent is read anew, so a price that has changed since the plan is sent as it is then. */
final class Creation {

	/** Its key in a change's `parts`. */
	public const KEY = 'creation';

	/** Notes: what the other side does not get, and why. */
	public const NO_CATEGORY = 'no_category';
	public const NO_PICTURE  = 'no_picture';
	public const NO_BARCODE  = 'no_barcode';
	public const NO_PRICE    = 'no_price';

	/**
	 * @param string                                   $name        Of the product, without what tells a variation from others.
	 * @param ?float                                   $weight      In kilograms.
	 * @param int                                      $pictures    How many.
	 * @param string                                   $category    Its name; '' for none.
	 * @param int                                      $category_id The other side's id of it; 0 where it is not known there.
	 * @param int                                      $group_id    The product that its variations share, by the id of the side that has it; 0 for a simple one.
	 * @param list<array{name: string, value: string}> $properties
	 * @param list<string>                             $notes
	 */
	public function __construct(
		public readonly string $name,
		public readonly ?float $price,
		public readonly string $currency,
		public readonly string $barcode,
		public readonly ?float $weight,
		public readonly int $pictures,
		public readonly string $category,
		public readonly int $category_id,
		public readonly int $group_id,
		public readonly array $properties,
		public readonly array $notes = array(),
	) {}

	/** @return array{creation: array<string, mixed>} For a change's `parts`. */
	public function to_parts(): array {
		return array( self::KEY => get_object_vars( $this ) );
	}

	/**
	 * @param array<mixed>|null $parts Of a change.
	 * @return ?self Null where they are something else.
	 */
	public static function from_parts( ?array $parts ): ?self {
		$row = $parts[ self::KEY ] ?? null;
		if ( ! is_array( $row ) ) {
			return null;
		}
		$number = static fn ( string $key ): ?float => is_numeric( $row[ $key ] ?? null ) ? (float) $row[ $key ] : null;
		$text   = static fn ( string $key ): string => is_string( $row[ $key ] ?? null ) ? $row[ $key ] : '';
		return new self(
			$text( 'name' ),
			$number( 'price' ),
			$text( 'currency' ),
			$text( 'barcode' ),
			$number( 'weight' ),
			(int) $number( 'pictures' ),
			$text( 'category' ),
			(int) $number( 'category_id' ),
			(int) $number( 'group_id' ),
			self::properties( $row['properties'] ?? null ),
			array_values( array_filter( is_array( $row['notes'] ?? null ) ? $row['notes'] : array(), 'is_string' ) )
		);
	}

	/** A copy with one more note. */
	public function noting( string $note ): self {
		return new self( ...array_merge( get_object_vars( $this ), array( 'notes' => array_values( array_unique( array( ...$this->notes, $note ) ) ) ) ) );
	}

	public function without( string $note ): self {
		return new self( ...array_merge( get_object_vars( $this ), array( 'notes' => array_values( array_diff( $this->notes, array( $note ) ) ) ) ) );
	}

	/** @return list<array{name: string, value: string}> */
	private static function properties( mixed $rows ): array {
		$known = array();
		foreach ( is_array( $rows ) ? $rows : array() as $row ) {
			if ( is_array( $row ) && is_string( $row['name'] ?? null ) && is_string( $row['value'] ?? null ) ) {
				$known[] = array(
					'name'  => $row['name'],
					'value' => $row['value'],
				);
			}
		}
		return $known;
	}
}
