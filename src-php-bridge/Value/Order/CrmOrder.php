<?php
/**
 * An order in KeyCRM, as far as stock goes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

/** It holds no data of the buyer, so that none can be stored or logged. */
final class CrmOrder {

	/**
	 * @param string             $uuid       The shop's own number of the order; '' where it was typed in by hand.
	 * @param int                $updated_at Unix milliseconds, by KeyCRM's clock.
	 * @param list<CrmOrderLine> $lines      None where the order was deleted.
	 * @param int                $parent_id  The order that this one was copied or split off from; 0: none.
	 * @param int|null           $made_at    When it was ordered, unix milliseconds; null where KeyCRM does not say.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $source_id,
		public readonly string $uuid,
		public readonly int $updated_at,
		public readonly array $lines,
		public readonly int $parent_id = 0,
		public readonly ?int $made_at = null,
	) {}
}
