<?php
/**
 * What became of one product that was synced by itself.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\Availability;

final class SyncedProduct {

	/** Reason: KeyCRM cannot be asked for the SKU by itself. */
	public const NOT_ASKABLE = 'not_askable';

	/** Reason: the shop leads, and its number is on its way to KeyCRM. */
	public const ON_ITS_WAY = 'on_its_way';

	/**
	 * @param string            $reason   As in a change; '' if there is nothing to add.
	 * @param float|null        $before   Null if it had no stock quantity.
	 * @param float|null        $after    The stock quantity that it has now; null if it has none.
	 * @param Availability|null $parts    How KeyCRM's number comes about; null if none was computed.
	 * @param bool              $is_later Whether the rest is left to a refresh.
	 */
	public function __construct(
		public readonly int $product_id,
		public readonly string $sku,
		public readonly string $name,
		public readonly Outcome $outcome,
		public readonly string $reason,
		public readonly ?float $before,
		public readonly ?float $after,
		public readonly ?Availability $parts,
		public readonly bool $is_later,
	) {}

	/** Whether a person has to do something before it can be synced. */
	public function needs_attention(): bool {
		return ! $this->is_later && ! in_array( $this->outcome, array( Outcome::Updated, Outcome::Unchanged, Outcome::Excluded ), true );
	}
}
