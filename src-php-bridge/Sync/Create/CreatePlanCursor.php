<?php
/**
 * How far the plan of what is made in KeyCRM has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

final class CreatePlanCursor {

	public const CATEGORIES = 'categories';
	public const CHECK      = 'check';

	/**
	 * @param string                                                $stage      CATEGORIES: KeyCRM's categories are read. CHECK: products are compared with KeyCRM.
	 * @param int                                                   $page       Of the categories, the next one.
	 * @param list<array{id: int, name: string, parent_id: int}>    $categories Those read so far.
	 * @param int                                                   $after_id   The last product that was compared.
	 */
	public function __construct(
		public readonly string $stage = self::CATEGORIES,
		public readonly int $page = 1,
		public readonly array $categories = array(),
		public readonly int $after_id = 0,
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
}
