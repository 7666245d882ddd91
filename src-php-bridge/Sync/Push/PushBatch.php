<?php
/**
 * Numbers that go to KeyCRM together.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

final class PushBatch {

	private const PORTION = 500;

	/**
	 * @param array<int, non-empty-array<int, float>> $quantities What is to be sent: by warehouse, by offer.
	 * @param list<non-empty-list<Change>>            $plans      All planned changes of the batch, in portions.
	 * @param array<int, Decision>                    $decisions  By product id.
	 * @param int                                     $last_id    The last product of the batch.
	 */
	private function __construct(
		public readonly array $quantities,
		public readonly array $plans,
		private readonly array $decisions,
		public readonly int $last_id,
	) {}

	/**
	 * The next planned changes of a run, decided anew.
	 *
	 * @throws DatabaseError
	 */
	public static function gathered( ChangeTable $changes, PushPage $page, Run $run, SendCursor $cursor ): self {
		$plans      = array();
		$decisions  = array();
		$quantities = array();
		$last_id    = $cursor->after_id;
		for ( $room = $cursor->size; $room > 0; $room -= self::PORTION ) {
			$portion = $changes->unwritten( $run->id, $last_id, min( self::PORTION, $room ) );
			if ( array() === $portion ) {
				break;
			}
			$plans[]    = $portion;
			$last_id    = $portion[ count( $portion ) - 1 ]->product_id;
			$decided    = $page->decisions( $portion, $run );
			$decisions += $decided;
			foreach ( $decided as $decision ) {
				foreach ( Outcome::Updated === $decision->outcome ? $decision->pushed?->missing() ?? array() : array() as $one ) {
					$quantities[ $one->warehouse_id ][ (int) $decision->offer_id ] = $one->quantity;
				}
			}
		}
		return new self( $quantities, $plans, $decisions, $last_id );
	}

	public function is_empty(): bool {
		return array() === $this->plans;
	}

	public function count(): int {
		return array_sum( array_map( 'count', $this->plans ) );
	}

	/**
	 * @param bool $was_tried Whether it was sent before without a clear answer. What KeyCRM has by now then came from us.
	 * @return list<list<Change>> What became of each planned change.
	 */
	public function results( PushLog $log, bool $was_tried ): array {
		return array_map(
			fn ( array $portion ): array => array_map( fn ( Change $plan ): Change => $this->result( $plan, $log, $was_tried ), $portion ),
			$this->plans
		);
	}

	private function result( Change $plan, PushLog $log, bool $was_tried ): Change {
		$decision = $this->decisions[ $plan->product_id ];
		$is_ours  = $was_tried && Outcome::Unchanged === $decision->outcome;
		return $is_ours ? $log->sent_before( $plan ) : $log->result( $plan, $decision );
	}
}
