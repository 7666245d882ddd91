<?php
/**
 * One request to GET /offers/stocks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Stock;

defined( 'ABSPATH' ) || exit;

use InvalidArgumentException;
use KeyCrmStock\KeyCrm\Offer\OfferFilter;
use KeyCrmStock\Value\Stock\Sku;
use KeyCrmStock\Value\Stock\StockLevel;

/** Always asks for details, because warehouses can be read in no other way (keycrm-server/API.md §3.1). */
final class StockQuery {

	/** The most rows that KeyCRM gives at once, and the most values of one filter (keycrm-server/API.md §3.1, §3.2). */
	public const LIMIT = 50;

	/** Bytes of an encoded filter. Addresses beyond some 8 KB are refused; a Cyrillic letter takes 6 (§3.2). */
	public const MAX_FILTER_BYTES = 2048;

	/** @param ?OfferFilter $filter Null for all offers. */
	private function __construct(
		public readonly int $page,
		private readonly ?OfferFilter $filter,
	) {}

	/** @param int $page From 1. */
	public static function all( int $page ): self {
		return new self( $page, null );
	}

	/**
	 * @param list<int> $ids At most LIMIT offer ids.
	 * @throws InvalidArgumentException For none or too many: an empty filter would ask for everything.
	 */
	public static function by_ids( array $ids ): self {
		return new self( 1, OfferFilter::by_ids( $ids ) );
	}

	/**
	 * @param list<string> $skus At most LIMIT, each of them can_ask_for().
	 * @throws InvalidArgumentException For none, too many, or one that cannot be asked for.
	 */
	public static function by_skus( array $skus ): self {
		return new self( 1, OfferFilter::by_skus( $skus ) );
	}

	/**
	 * @param list<string> $skus
	 * @return int Bytes of the filter that asks for them, to be compared with MAX_FILTER_BYTES.
	 */
	public static function length( array $skus ): int {
		return strlen( implode( ',', array_map( rawurlencode( ... ), $skus ) ) );
	}

	/**
	 * Whether one request can ask for all of them.
	 *
	 * @param list<string> $skus
	 */
	public static function has_room_for( array $skus ): bool {
		return count( $skus ) <= self::LIMIT && self::length( $skus ) <= self::MAX_FILTER_BYTES;
	}

	/** Whether an SKU can be asked for. A comma divides values, and no escape is documented (keycrm-server/API.md §3.2). An SKU that is too long could not be stored. */
	public static function can_ask_for( string $sku ): bool {
		return '' !== Sku::trim( $sku ) && ! str_contains( $sku, ',' ) && ! Sku::is_too_long( $sku ) && strlen( rawurlencode( $sku ) ) <= self::MAX_FILTER_BYTES;
	}

	/** Whether this row was asked for. */
	public function includes( StockLevel $level ): bool {
		return null === $this->filter || $this->filter->includes( $level );
	}

	/** Whether a filter that compares loosely would bring this row. */
	public function may_bring( StockLevel $level ): bool {
		return null !== $this->filter && $this->filter->may_bring( $level );
	}

	/** @return array<string, string|int|list<string>|list<int>> */
	public function parameters(): array {
		return array(
			'limit'           => self::LIMIT,
			'page'            => $this->page,
			'filter[details]' => 'true',
		) + ( null === $this->filter ? array() : $this->filter->parameters( 'filter[offers_id]', 'filter[offers_sku]' ) );
	}
}
