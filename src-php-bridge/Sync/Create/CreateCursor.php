<?php
/**
 * How far a run that makes products in KeyCRM has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

/**
 * Saved before each request that makes something. A worker that finds `sent` set does not know whether KeyCRM has carried
 * the request out, and looks before it asks again.
 */
final class CreateCursor {

	/** What was asked for last, and may have been made: nothing, the first list, the product that variations share. */
	public const NOTHING = '';
	public const ROWS    = 'rows';
	public const PARENT  = 'parent';
	/** The product that variations share could not be made, because its name is taken. */
	public const TAKEN = 'taken';

	/**
	 * @param list<non-empty-list<int>> $lists       Products that are asked for together; the first list is under way. A refused one is halved.
	 * @param int                       $group_id    The variable product whose variations these are; 0 for simple products.
	 * @param int                       $crm_product KeyCRM's product that gets the variations; 0 while it is not known.
	 * @param bool                      $is_answered Whether KeyCRM has said that it carried out what was sent.
	 * @param int                       $looks       How often it was looked for since, in vain.
	 * @param int                       $tries       How often the first list was sent without an answer.
	 * @param list<int>                 $ours        Products that were asked for at least once.
	 * @param list<int>                 $suffixed    Products (or the variable one) whose name gets the SKU.
	 * @param bool                      $is_named    Whether variations are sent with a name too.
	 * @param int                       $page        Of KeyCRM's products, the next one to look through.
	 */
	public function __construct(
		public readonly array $lists = array(),
		public readonly int $group_id = 0,
		public readonly int $crm_product = 0,
		public readonly string $sent = self::NOTHING,
		public readonly bool $is_answered = false,
		public readonly int $looks = 0,
		public readonly int $tries = 0,
		public readonly array $ours = array(),
		public readonly array $suffixed = array(),
		public readonly bool $is_named = false,
		public readonly int $page = 1,
	) {}

	/** @param array<string, mixed> $row */
	public static function from_array( array $row ): self {
		return new self( ...$row );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return get_object_vars( $this );
	}

	public function with( mixed ...$changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) );
	}

	/** Nothing is under way any more. */
	public function at_rest(): self {
		return $this->with( sent: self::NOTHING, is_answered: false, looks: 0, page: 1 );
	}

	/** @param list<int> $ids What is left of the first list. */
	public function with_first( array $ids ): self {
		return array() === $ids ? $this->without_first() : $this->with( lists: array( $ids, ...array_slice( $this->lists, 1 ) ) );
	}

	public function without_first(): self {
		$lists = array_slice( $this->lists, 1 );
		return array() === $lists ? new self() : $this->at_rest()->with( lists: $lists, tries: 0 );
	}

	/** The first list was refused: each half is asked for by itself. */
	public function halved(): self {
		$first  = $this->lists[0];
		$halves = array_chunk( $first, max( 1, (int) ceil( count( $first ) / 2 ) ) );
		return $this->at_rest()->with( lists: array( ...$halves, ...array_slice( $this->lists, 1 ) ), tries: 0 );
	}
}
