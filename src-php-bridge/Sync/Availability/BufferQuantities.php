<?php
/**
 * The buffer of each product of a page.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Availability;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\Buffer;
use KeyCrmStock\Value\Stock\BufferSource;

/** Pure. */
final class BufferQuantities {

	/** @param array<int, Buffer> $of_products By product id; for others the shop's buffer counts. */
	public function __construct(
		private readonly int $of_shop,
		private readonly array $of_products,
	) {}

	/**
	 * A product's own buffer counts before its category's. Translations are one product, whichever of them the
	 * owner has edited. If their buffers differ, the largest counts.
	 *
	 * @param list<int> $product_ids A product and its translations.
	 */
	public function for_set( array $product_ids ): Buffer {
		$buffers = array_intersect_key( $this->of_products, array_flip( $product_ids ) );
		$own     = array_filter( $buffers, static fn ( Buffer $buffer ): bool => BufferSource::Product === $buffer->from );
		$buffers = array() === $own ? $buffers : $own;
		usort( $buffers, static fn ( Buffer $one, Buffer $other ): int => $other->pieces <=> $one->pieces );
		return $buffers[0] ?? new Buffer( $this->of_shop, BufferSource::Shop );
	}
}
