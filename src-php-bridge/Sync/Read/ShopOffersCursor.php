<?php
/**
 * How far the read of the shop's own offers has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

final class ShopOffersCursor {

	public const SURVEY = 'survey';
	public const IDS    = 'ids';
	public const LOOK   = 'look';
	public const SKUS   = 'skus';

	/**
	 * @param string           $stage       SURVEY (how much there is to ask), IDS, LOOK (offers that did not come by id), then SKUS (the rest).
	 * @param int              $since       Unix milliseconds; offers read since then are known.
	 * @param int              $whole       Requests that the full list takes.
	 * @param int              $after_id    The last product of this stage so far.
	 * @param bool             $at_end      Whether it was the last of all.
	 * @param list<int|string> $asking      Ids or SKUs for the next request.
	 * @param bool             $is_full     Whether no more of them fit.
	 * @param int              $ids         Ids that the survey found to ask for.
	 * @param int              $skus        SKUs that it found to ask for.
	 * @param int              $sku_bytes   Their length in an address.
	 * @param list<int>        $expected    Chosen warehouses in which the shop's own offers were so far.
	 * @param list<int>        $warehouses  Ids seen in any row so far.
	 * @param bool             $is_last_way Whether the full list was tried in this run but kept moving.
	 */
	public function __construct(
		public readonly string $stage,
		public readonly int $since,
		public readonly int $whole,
		public readonly int $after_id = 0,
		public readonly bool $at_end = false,
		public readonly array $asking = array(),
		public readonly bool $is_full = false,
		public readonly int $ids = 0,
		public readonly int $skus = 0,
		public readonly int $sku_bytes = 0,
		public readonly array $expected = array(),
		public readonly array $warehouses = array(),
		public readonly bool $is_last_way = false,
	) {}

	/** @param array<string, mixed> $row As to_array() made it. */
	public static function from_array( array $row ): self {
		return new self( ...array_intersect_key( $row, get_class_vars( self::class ) ) );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return get_object_vars( $this ) + array( 'way' => ReadStep::OWN );
	}

	public function with( mixed ...$changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) );
	}

	/** The cursor at the start of a stage, which goes over the products again. */
	public function at( string $stage ): self {
		return $this->with( stage: $stage, after_id: 0, at_end: false, asking: array(), is_full: false );
	}

	/** @param list<int> $warehouses Ids that the answer names. */
	public function answered( array $warehouses ): self {
		return $this->with(
			asking: array(),
			is_full: false,
			warehouses: array_values( array_unique( array_merge( $this->warehouses, $warehouses ) ) )
		);
	}
}
