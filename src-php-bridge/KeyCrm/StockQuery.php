<?php
/**
 * One question to GET /offers/stocks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm;

use InvalidArgumentException;
use KeyCrmStock\Value\Sku;
use KeyCrmStock\Value\StockLevel;

defined( 'ABSPATH' ) || exit;

/** Always asks for details: a warehouse can be read in no other way (keycrm-api.md §3.1). */
final class StockQuery {

	/** The most rows that KeyCRM gives at once, and the most values of one filter (keycrm-api.md §3.1, §3.2). */
	public const LIMIT = 50;

	/** Bytes of an encoded filter. Addresses beyond some 8 KB are refused; a Cyrillic letter takes 6 (§3.2). */
	public const MAX_FILTER_BYTES = 2048;

	/**
	 * @param ?list<int>    $ids  Null where not asked by id.
	 * @param ?list<string> $skus Null where not asked by SKU.
	 */
	private function __construct(
		public readonly int $page,
		private readonly ?array $ids,
		private readonly ?array $skus,
	) {}

	/** @param int $page From 1. */
	public static function all( int $page ): self {
		return new self( $page, null, null );
	}

	/**
	 * @param list<int> $ids At most LIMIT offer ids.
	 * @throws InvalidArgumentException For none or too many: an empty filter would ask for everything.
	 */
	public static function by_ids( array $ids ): self {
		if ( array() === $ids || count( $ids ) > self::LIMIT ) {
			throw new InvalidArgumentException( 'Ask for 1 to 50 offer ids at a time.' );
		}
		return new self( 1, $ids, null );
	}

	/**
	 * @param list<string> $skus At most LIMIT, each of them can_ask_for().
	 * @throws InvalidArgumentException For none, too many, or one that cannot be asked for.
	 */
	public static function by_skus( array $skus ): self {
		if ( array() === $skus || count( $skus ) > self::LIMIT || self::length( $skus ) > self::MAX_FILTER_BYTES ) {
			throw new InvalidArgumentException( 'Ask for 1 to 50 SKUs at a time, 2 KB at most when encoded.' );
		}
		foreach ( $skus as $sku ) {
			if ( ! self::can_ask_for( $sku ) ) {
				throw new InvalidArgumentException( 'An empty SKU and one with a comma cannot be asked for.' );
			}
		}
		return new self( 1, null, $skus );
	}

	/**
	 * @param list<string> $skus
	 * @return int Bytes of the filter that asks for them, to be compared with MAX_FILTER_BYTES.
	 */
	public static function length( array $skus ): int {
		return strlen( implode( ',', array_map( rawurlencode( ... ), $skus ) ) );
	}

	/** The comma divides values and no escape for it is documented (keycrm-api.md §3.2): ask by id instead. A long answer could not be kept. */
	public static function can_ask_for( string $sku ): bool {
		return '' !== Sku::trim( $sku ) && ! str_contains( $sku, ',' ) && ! Sku::is_too_long( $sku ) && strlen( rawurlencode( $sku ) ) <= self::MAX_FILTER_BYTES;
	}

	/** Whether this row answers the question. An unknown filter is ignored in silence (keycrm-api.md §3.2). */
	public function asked_for( StockLevel $level ): bool {
		if ( null !== $this->ids ) {
			return in_array( $level->offer_id, $this->ids, true );
		}
		return null === $this->skus || in_array( $level->sku, array_map( Sku::trim( ... ), $this->skus ), true );
	}

	/**
	 * Whether a filter by SKU that compares loosely (by part, without case) would bring this row: how
	 * KeyCRM's does is unknown (keycrm-api.md §3.2). Such a row is no answer, but no sign of a fault either.
	 */
	public function may_bring( StockLevel $level ): bool {
		foreach ( $this->skus ?? array() as $sku ) {
			if ( false !== mb_stripos( $level->sku, Sku::trim( $sku ), 0, 'UTF-8' ) ) {
				return true;
			}
		}
		return false;
	}

	/** @return array<string, string|int|list<string>|list<int>> */
	public function parameters(): array {
		$parameters = array(
			'limit'           => self::LIMIT,
			'page'            => $this->page,
			'filter[details]' => 'true',
		);
		if ( null !== $this->ids ) {
			$parameters['filter[offers_id]'] = $this->ids;
		}
		if ( null !== $this->skus ) {
			$parameters['filter[offers_sku]'] = $this->skus;
		}
		return $parameters;
	}
}
