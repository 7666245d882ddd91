<?php
/**
 * Which orders the sync subtracts, on the wire.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Sync\Order\OpenOrderModeChooser;
use KeyCrmStock\Text\Order\OrdersStateText;
use KeyCrmStock\Value\Order\OrderChannel;

final class OrdersStateJson {

	public function __construct( private readonly OpenOrderModeChooser $holding ) {}

	/** @return array<string, mixed> @see src-admin/contract/settings/hold-orders.ts ordersStateSchema */
	public function current(): array {
		$state = $this->holding->state();
		return array(
			'question'        => $state->question,
			'question_text'   => OrdersStateText::question( $state ),
			'subtracted'      => $state->subtracted,
			'subtracted_text' => OrdersStateText::subtracted( $state ),
			'days'            => $state->days,
			'source_id'       => $state->source_id,
			'candidates'      => array_map( static fn ( OrderChannel $channel ): array => $channel->to_array(), $state->candidates ),
			'unread_since'    => IsoTime::iso( 0 === $state->unread_since ? null : $state->unread_since ),
			'unread_text'     => OrdersStateText::unread( $state ),
		);
	}
}
