<?php
/**
 * How far a run that makes drafts has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Draft;

defined( 'ABSPATH' ) || exit;

final class DraftCursor {

	/** @param list<array{product_id: int, url: string, rows: list<int>}> $pictures Drafts that are stored, and get their picture next; `rows` are products in the log. */
	public function __construct( public readonly array $pictures = array() ) {}

	/** @param array<string, mixed> $row */
	public static function from_array( array $row ): self {
		return new self( ...$row );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return get_object_vars( $this );
	}
}
