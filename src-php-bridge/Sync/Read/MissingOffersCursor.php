<?php
/**
 * How far the search for missing offers has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Offer\OfferPage;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Value\Stock\StockLevel;

/**
 * Offers and SKUs wait in two queues. A request takes the head of one of them. It stays there until the last page of
 * the answer has come, so that a worker that repeats the request asks the same.
 */
final class MissingOffersCursor {

	/** Longest encoded SKU of a control, in bytes: two controls must leave room for the SKUs that are asked for. */
	private const LONGEST_CONTROL = 200;

	/**
	 * @param int                      $after_id  The last product that was gone through.
	 * @param bool                     $at_end    Whether it was the last of all.
	 * @param list<array{int, string}> $controls At most two offers that KeyCRM surely has, with their SKUs. They are asked for too: if they come, the filter works.
	 * @param list<array{int, string}> $ids       Offers to ask for, with their last known SKUs.
	 * @param list<string>             $skus      SKUs to ask for.
	 * @param bool                     $no_ids    Whether KeyCRM's filter by id has failed.
	 * @param bool                     $no_skus   Whether KeyCRM's filter by SKU has failed.
	 * @param int                      $next_page Of the request under way, from 1.
	 * @param int                      $total     Offers in the answer, as its pages say; -1 before the first.
	 * @param bool                     $is_odd    Whether its pages do not fit together.
	 * @param list<int>                $came      Offers on its pages so far.
	 * @param list<array{int, string}> $found     Those of them whose level is stored, with their SKUs.
	 */
	public function __construct(
		public readonly int $after_id = 0,
		public readonly bool $at_end = false,
		public readonly array $controls = array(),
		public readonly array $ids = array(),
		public readonly array $skus = array(),
		public readonly bool $no_ids = false,
		public readonly bool $no_skus = false,
		public readonly int $next_page = 1,
		public readonly int $total = -1,
		public readonly bool $is_odd = false,
		public readonly array $came = array(),
		public readonly array $found = array(),
	) {}

	/** @param list<LevelRow> $controls At most two. */
	public static function begun( array $controls ): self {
		$short = array_filter( $controls, static fn ( LevelRow $row ): bool => self::can_ask_for( $row->level->sku ) && StockQuery::length( array( $row->level->sku ) ) <= self::LONGEST_CONTROL );
		return new self( controls: array_values( array_map( static fn ( LevelRow $row ): array => array( $row->level->offer_id, $row->level->sku ), $short ) ) );
	}

	/** @param array<string, mixed> $row As to_array() made it. */
	public static function from_array( array $row ): self {
		return new self( ...array_intersect_key( $row, get_class_vars( self::class ) ) );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return get_object_vars( $this );
	}

	public function with( mixed ...$changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) );
	}

	/** Whether an SKU can be asked for beside two controls. */
	public static function can_ask_for( string $sku ): bool {
		return StockQuery::can_ask_for( $sku ) && StockQuery::length( array( $sku ) ) <= StockQuery::MAX_FILTER_BYTES - 2 * self::LONGEST_CONTROL - 2;
	}

	/** @param list<string> $skus */
	public function asking_for_skus( array $skus ): self {
		return $this->no_skus ? $this : $this->with( skus: array_values( array_unique( array( ...$this->skus, ...array_filter( $skus, self::can_ask_for( ... ) ) ) ) ) );
	}

	public function is_about_ids(): bool {
		return array() !== $this->ids && ( $this->at_end || count( $this->ids ) >= $this->room() );
	}

	public function is_about_skus(): bool {
		return array() !== $this->skus && ( $this->at_end || count( $this->skus ) >= $this->room() );
	}

	/** @return list<array{int, string}> Offers that the next request asks for; empty if it asks for SKUs. */
	public function asked_ids(): array {
		return array_slice( $this->ids, 0, $this->room() );
	}

	/** @return list<string> SKUs that the next request asks for; empty if it asks for ids. */
	public function asked_skus(): array {
		$asked     = array();
		$controls = array_column( $this->controls, 1 );
		foreach ( array_slice( $this->skus, 0, $this->room() ) as $sku ) {
			if ( StockQuery::length( array( ...$controls, ...$asked, $sku ) ) > StockQuery::MAX_FILTER_BYTES ) {
				break;
			}
			$asked[] = $sku;
		}
		return $asked;
	}

	/**
	 * Puts one control before the values and one behind them. If both come, the filter has handled the whole list.
	 *
	 * @template T of int|string
	 * @param list<T> $values
	 * @param 0|1     $place  Index of such a value in a control.
	 * @return list<int|string>
	 */
	public function between_controls( array $values, int $place ): array {
		$controls = array_column( $this->controls, $place );
		$last     = array_pop( $controls );
		return array_values( array_unique( array( ...$controls, ...$values, ...( null === $last ? array() : array( $last ) ) ) ) );
	}

	/** @param list<StockLevel> $stored Levels of the page that were stored. */
	public function after_page( OfferPage $page, array $stored ): self {
		return $this->with(
			next_page: $this->next_page + 1,
			total: $page->total,
			is_odd: $this->is_odd || $page->unreadable > 0 || ( $this->total >= 0 && $this->total !== $page->total ),
			came: array_values( array_unique( array( ...$this->came, ...$page->offer_ids ) ) ),
			found: array( ...$this->found, ...array_map( static fn ( StockLevel $level ): array => array( $level->offer_id, $level->sku ), $stored ) )
		);
	}

	/** Whether all rows of the answer have come. */
	public function is_whole(): bool {
		return ! $this->is_odd && count( $this->came ) === $this->total;
	}

	/** Whether the controls have come: then KeyCRM lacks whatever has not come. */
	public function has_controls(): bool {
		return array() !== $this->controls && array() === array_diff( array_column( $this->controls, 0 ), $this->came );
	}

	/** After the last page of an answer about ids. */
	public function ids_done(): self {
		return $this->with( ids: array_slice( $this->ids, count( $this->asked_ids() ) ) )->at_next_question();
	}

	/** After the last page of an answer about SKUs. */
	public function skus_done(): self {
		return $this->with( skus: array_slice( $this->skus, count( $this->asked_skus() ) ) )->at_next_question();
	}

	/** Stops asking by id; the offers' SKUs are asked for instead. */
	public function without_ids(): self {
		return $this->with( ids: array(), no_ids: true )->at_next_question()->asking_for_skus( array_column( $this->ids, 1 ) );
	}

	/** Stops asking by SKU. */
	public function without_skus(): self {
		return $this->with( skus: array(), no_skus: true )->at_next_question();
	}

	private function at_next_question(): self {
		return $this->with( next_page: 1, total: -1, is_odd: false, came: array(), found: array() );
	}

	private function room(): int {
		return StockQuery::LIMIT - count( $this->controls );
	}
}
