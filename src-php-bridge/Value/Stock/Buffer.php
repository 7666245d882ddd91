<?php
/**
 * How many pieces of a product are kept back from sale.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

final class Buffer {

	/** Where the owner has entered one: on a product, a variation or a category. */
	public const META_KEY = '_keycrm_stock_buffer';

	private const MOST = 1_000_000;

	public function __construct(
		public readonly int $pieces,
		public readonly BufferSource $from,
	) {}

	/** @return int|null Null for a text that is no number of pieces: it counts as not entered. */
	public static function parse( ?string $text ): ?int {
		$text = trim( $text ?? '' );
		return 1 === preg_match( '/^\d{1,7}$/D', $text ) && (int) $text <= self::MOST ? (int) $text : null;
	}
}
