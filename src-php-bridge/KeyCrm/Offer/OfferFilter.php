<?php
/**
 * Which offers a request to KeyCRM asks for.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Offer;

defined( 'ABSPATH' ) || exit;

use InvalidArgumentException;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Value\Stock\Sku;
use KeyCrmStock\Value\Stock\StockLevel;

/** Lists name the filter differently; its limits, and the rows that match it, are the same for all. */
final class OfferFilter {

	/**
	 * @param list<int>    $ids  Empty where not asked by id.
	 * @param list<string> $skus Empty where not asked by SKU.
	 */
	private function __construct(
		private readonly array $ids,
		private readonly array $skus,
	) {}

	/**
	 * @param list<int> $ids At most StockQuery::LIMIT offer ids.
	 * @throws InvalidArgumentException For none or too many: an empty filter would ask for everything.
	 */
	public static function by_ids( array $ids ): self {
		if ( array() === $ids || count( $ids ) > StockQuery::LIMIT ) {
			throw new InvalidArgumentException( 'Ask for 1 to 50 offer ids at a time.' );
		}
		return new self( $ids, array() );
	}

	/**
	 * @param list<string> $skus At most StockQuery::LIMIT, each of them can_ask_for().
	 * @throws InvalidArgumentException For none, too many, or one that cannot be asked for.
	 */
	public static function by_skus( array $skus ): self {
		if ( array() === $skus || ! StockQuery::has_room_for( $skus ) ) {
			throw new InvalidArgumentException( 'Ask for 1 to 50 SKUs at a time, 2 KB at most when encoded.' );
		}
		foreach ( $skus as $sku ) {
			if ( ! StockQuery::can_ask_for( $sku ) ) {
				throw new InvalidArgumentException( 'An empty SKU and one with a comma cannot be asked for.' );
			}
		}
		return new self( array(), $skus );
	}

	/** Whether this row was asked for. KeyCRM may ignore a filter without an error (keycrm-server/API.md §3.2). */
	public function includes( StockLevel $level ): bool {
		return $this->names( $level->offer_id, $level->sku );
	}

	/** Whether an offer with this id and this SKU, trimmed, was asked for. */
	public function names( int $offer_id, string $sku ): bool {
		return array() !== $this->ids
			? in_array( $offer_id, $this->ids, true )
			: in_array( $sku, array_map( Sku::trim( ... ), $this->skus ), true );
	}

	/**
	 * Whether a filter by SKU that compares loosely (by part, without case) would bring this row. How KeyCRM
	 * compares is unknown (keycrm-server/API.md §3.2). Such a row is not used, but is no sign of a fault either.
	 */
	public function may_bring( StockLevel $level ): bool {
		return $this->resembles( $level->sku );
	}

	/** Whether this SKU contains one that was asked for, in any case. */
	public function resembles( string $offer_sku ): bool {
		foreach ( $this->skus as $sku ) {
			if ( false !== mb_stripos( $offer_sku, Sku::trim( $sku ), 0, 'UTF-8' ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param string $ids_name  What the list calls its filter by id.
	 * @param string $skus_name What it calls the one by SKU.
	 * @return array<string, list<string>|list<int>>
	 */
	public function parameters( string $ids_name, string $skus_name ): array {
		return array() !== $this->ids ? array( $ids_name => $this->ids ) : array( $skus_name => $this->skus );
	}
}
