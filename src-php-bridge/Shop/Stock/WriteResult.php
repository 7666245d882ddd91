<?php
/**
 * What became of one product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Outcome;

final class WriteResult {

	public const DELETED = 'deleted';
	/** Since the plan the product has changed in a way that this page cannot write; the next sync can. */
	public const CHANGED = 'changed_meanwhile';
	/** The database does not hold the number after WooCommerce wrote it. */
	public const NOT_STORED = 'not_stored';
	/** WooCommerce shows another number than the database has. */
	public const SHOWN_OTHERWISE = 'shown_otherwise';

	/**
	 * @param float|null $before  As found under the lock; null where there was no number.
	 * @param float|null $after   What the shop has now.
	 * @param string     $problem '', one of the codes above, or the technical message of what refused the number (Failed)
	 *                            or stumbled over it afterwards (Updated).
	 */
	public function __construct(
		public readonly int $product_id,
		public readonly ?float $before,
		public readonly ?float $after,
		public readonly Outcome $outcome,
		public readonly string $problem = '',
	) {}

	public static function left( int $product_id, ?float $present, Outcome $outcome, string $problem = '' ): self {
		return new self( $product_id, $present, $present, $outcome, $problem );
	}

	public function with_problem( string $problem ): self {
		return new self( $this->product_id, $this->before, $this->after, $this->outcome, $problem );
	}
}
