<?php
/**
 * A product as KeyCRM describes it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\JsonNumber;
use KeyCrmStock\KeyCrm\Stock\StockParser;
use stdClass;

/** Fields of GET /products (keycrm-server/API.md §5); what a row lacks is '', null or empty. */
final class CrmProduct {

	/**
	 * @param string       $sku         Only of a product without variants.
	 * @param string       $currency    As in ISO 4217; '' where it is not said.
	 * @param int          $category_id 0 for none.
	 * @param list<string> $pictures    Addresses, the main one first.
	 */
	private function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly string $sku,
		public readonly string $currency,
		public readonly int $category_id,
		public readonly bool $has_offers,
		public readonly bool $is_archived,
		public readonly array $pictures,
		public readonly ?float $weight,
	) {}

	/** @return ?self Null where the row names no product. */
	public static function parse( mixed $row ): ?self {
		$id = $row instanceof stdClass ? JsonNumber::whole( $row->id ?? null, 1 ) : null;
		if ( ! $row instanceof stdClass || null === $id ) {
			return null;
		}
		$listed = is_array( $row->attachments_data ?? null ) ? $row->attachments_data : array();
		return new self(
			$id,
			is_string( $row->name ?? null ) ? trim( $row->name ) : '',
			StockParser::sku( $row->sku ?? null ),
			is_string( $row->currency_code ?? null ) ? $row->currency_code : '',
			JsonNumber::whole( $row->category_id ?? null, 1 ) ?? 0,
			in_array( $row->has_offers ?? null, array( true, 1 ), true ),
			in_array( $row->is_archived ?? null, array( true, 1 ), true ),
			array_values( array_unique( array_filter( array( $row->thumbnail_url ?? null, ...array_values( $listed ) ), static fn ( mixed $url ): bool => is_string( $url ) && '' !== $url ) ) ),
			JsonNumber::decimal( $row->weight ?? null )
		);
	}

	/** Whether nothing can be sold of it yet: no SKU and no variants. */
	public function is_empty(): bool {
		return '' === $this->sku && ! $this->has_offers;
	}
}
