<?php
/**
 * An offer as KeyCRM describes it, with its product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\JsonNumber;
use KeyCrmStock\KeyCrm\Stock\StockParser;
use stdClass;

/** A row of GET /offers?include=product (keycrm-server/API.md §5), for its words; its stock is read elsewhere. */
final class CrmOffer {

	/**
	 * @param string                                   $sku        Trimmed; '' for none.
	 * @param ?float                                   $price      In units of the currency.
	 * @param string                                   $picture    An address; '' for none.
	 * @param list<array{name: string, value: string}> $properties Size, colour …; empty where the product has no variants.
	 * @param ?CrmProduct                              $product    Null where the answer lacks it.
	 */
	private function __construct(
		public readonly int $id,
		public readonly int $product_id,
		public readonly string $sku,
		public readonly string $barcode,
		public readonly ?float $price,
		public readonly ?float $weight,
		public readonly string $picture,
		public readonly bool $is_archived,
		public readonly array $properties,
		public readonly ?CrmProduct $product,
	) {}

	/** @return ?self Null where the row names no offer, or no product. */
	public static function parse( mixed $row ): ?self {
		$id      = $row instanceof stdClass ? JsonNumber::whole( $row->id ?? null, 1 ) : null;
		$product = $row instanceof stdClass ? JsonNumber::whole( $row->product_id ?? null, 1 ) : null;
		if ( ! $row instanceof stdClass || null === $id || null === $product ) {
			return null;
		}
		return new self(
			$id,
			$product,
			StockParser::sku( $row->sku ?? null ),
			StockParser::sku( $row->barcode ?? null ),
			JsonNumber::decimal( $row->price ?? null ),
			JsonNumber::decimal( $row->weight ?? null ),
			is_string( $row->thumbnail_url ?? null ) ? $row->thumbnail_url : '',
			in_array( $row->is_archived ?? null, array( true, 1 ), true ),
			self::properties( $row->properties ?? null ),
			CrmProduct::parse( $row->product ?? null )
		);
	}

	/** @return list<array{name: string, value: string}> */
	private static function properties( mixed $rows ): array {
		$known = array();
		foreach ( is_array( $rows ) ? $rows : array() as $row ) {
			$name  = $row instanceof stdClass && is_string( $row->name ?? null ) ? trim( $row->name ) : '';
			$value = $row instanceof stdClass && is_scalar( $row->value ?? null ) ? trim( (string) $row->value ) : '';
			if ( '' !== $name && '' !== $value ) {
				$known[] = array(
					'name'  => $name,
					'value' => $value,
				);
			}
		}
		return $known;
	}
}
