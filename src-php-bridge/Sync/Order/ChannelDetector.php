<?php
/**
 * Finds out whether the shop's orders reach KeyCRM, and under which channel.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Order\OrderEndpoint;
use KeyCrmStock\KeyCrm\Order\OrderQuery;
use KeyCrmStock\Settings\OpenOrderSettings;
use KeyCrmStock\Shop\Order\OrderNumbers;
use KeyCrmStock\Shop\Order\RecentOrders;
use KeyCrmStock\Store\Option\OrderChannelStore;
use KeyCrmStock\Value\Order\OrderChannel;
use KeyCrmStock\Value\Order\ShopOrder;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;

/**
 * Asks KeyCRM for channels of WordPress shops, for its newest orders (some programs write "№20002", which no filter
 * finds), and for each of the shop's newest orders by its number. Stock can be read without this, so no failure here
 * ends a run; the search is tried again later.
 */
final class ChannelDetector {

	private const NEWEST = 5;

	/** KeyCRM's driver name for shops on WordPress. */
	private const DRIVER = 'wordpress';

	private const HOUR_MS = 3_600_000;
	/** Pause while no channel is known. A known channel is checked again once a day, because it may prove wrong. */
	private const AGAIN_AFTER = 6 * self::HOUR_MS;
	private const CHECK_AFTER = 24 * self::HOUR_MS;
	/** Pause after KeyCRM did not answer. */
	private const AFTER_FAILURE = self::HOUR_MS;

	public function __construct(
		private readonly OrderEndpoint $crm_orders,
		private readonly RecentOrders $orders,
		private readonly OrderNumbers $numbers,
		private readonly OrderChannelStore $memory,
		private readonly Clock $clock,
	) {}

	/** Whether to search now: only while the owner has not chosen, and for each preview until a channel is known. */
	public function is_due( Run $run, OpenOrderSettings $chosen ): bool {
		if ( ! $chosen->looks_for_source() ) {
			return false;
		}
		$wait = $this->memory->search_again_at() - $this->clock->now_ms();
		// A time noted by a clock that ran ahead is ignored, or the search would wait for ever.
		return $wait <= 0 || $wait > self::CHECK_AFTER || ( RunMode::Preview === $run->mode && 0 === $this->memory->found() );
	}

	/**
	 * Sends at most one request. The run's cursor says when the search is over.
	 *
	 * @throws WaitRequired
	 * @throws DatabaseError
	 */
	public function advance( Run $run, OpenOrderSettings $chosen ): Run {
		$shop_orders = $this->orders->newest( $chosen->oldest_ms( $this->clock->now_ms() ), self::NEWEST );
		if ( count( $shop_orders ) < ChannelEvidence::SEVERAL ) {
			// Too few orders for a conclusion. The next run looks again.
			return $run->with( cursor: ChannelSearchCursor::OVER );
		}
		$cursor = ChannelSearchCursor::from_array( $run->cursor );
		try {
			$cursor = $this->asked( $cursor, $shop_orders );
		} catch ( ApiException $error ) {
			return $this->over( $run->with( requests: $run->requests + ( $error->was_sent() ? 1 : 0 ) ), self::AFTER_FAILURE );
		}
		$run = $run->answered()->with( cursor: $cursor->to_array() );
		return null === $this->next( $cursor, $shop_orders ) ? $this->judged( $run, $cursor ) : $run;
	}

	/**
	 * @param array<int, ShopOrder> $shop_orders By id.
	 * @throws ApiException
	 * @throws WaitRequired
	 */
	private function asked( ChannelSearchCursor $cursor, array $shop_orders ): ChannelSearchCursor {
		if ( null === $cursor->channels ) {
			return $cursor->with( channels: $this->channels() );
		}
		$order    = $cursor->has_newest ? $this->next( $cursor, $shop_orders ) : null;
		$page     = $this->crm_orders->page( null === $order ? OrderQuery::newest() : OrderQuery::by_uuid( $this->number( $order ) ) );
		$cursor   = $cursor->with( evidence: $cursor->evidence->with( $page->orders, $this->numbers->matched( $page->orders ), $shop_orders ) );
		return null === $order ? $cursor->with( has_newest: true ) : $cursor->with( asked: array( ...$cursor->asked, $order->id ) );
	}

	/**
	 * @return list<OrderChannel>
	 * @throws ApiException
	 * @throws WaitRequired
	 */
	private function channels(): array {
		try {
			$sources = $this->crm_orders->sources( self::DRIVER );
		} catch ( ApiException $error ) {
			if ( ErrorKind::Refused !== $error->kind ) {
				throw $error;
			}
			$sources = $this->crm_orders->sources();
		}
		$channels = array();
		foreach ( $sources as $source ) {
			// KeyCRM may have ignored the filter.
			if ( in_array( $source->driver, array( self::DRIVER, '' ), true ) ) {
				$channels[] = new OrderChannel( $source->id, $source->name, 0 );
			}
		}
		return $channels;
	}

	/**
	 * @param array<int, ShopOrder> $shop_orders
	 * @return ShopOrder|null Null if each was asked for.
	 */
	private function next( ChannelSearchCursor $cursor, array $shop_orders ): ?ShopOrder {
		foreach ( $shop_orders as $order ) {
			if ( ! in_array( $order->id, $cursor->asked, true ) && count( $cursor->asked ) < self::NEWEST ) {
				return $order;
			}
		}
		return null;
	}

	/** KeyCRM's own plugin sends ids, whatever buyers see. */
	private function number( ShopOrder $order ): string {
		return $this->numbers->shows_other_numbers() ? $order->number : (string) $order->id;
	}

	private function judged( Run $run, ChannelSearchCursor $cursor ): Run {
		$evidence = $cursor->evidence;
		$channels = $cursor->channels ?? array();
		$known    = array_map( static fn ( OrderChannel $channel ): int => $channel->id, $channels );
		$before   = $this->memory->found();
		$found    = $evidence->surely();
		// If the account has channels for WordPress shops but our orders are in one of another kind, the owner must choose.
		$found = array() === $known || in_array( $found, $known, true ) ? $found : 0;
		if ( 0 === $found && 0 !== $before && $this->is_still_right( $before, $evidence ) ) {
			$found = $before;
		}
		$now = $this->clock->now_ms();
		$this->memory->note(
			$found,
			0 === $found ? $this->to_choose_from( $channels, $evidence ) : array(),
			$now + ( 0 === $found ? self::AGAIN_AFTER : self::CHECK_AFTER )
		);
		return $run->with( cursor: ChannelSearchCursor::OVER );
	}

	/** A known channel stays if nothing new was found, or if the contradictions are fewer than its orders. */
	private function is_still_right( int $source_id, ChannelEvidence $evidence ): bool {
		return array() === array_diff( $evidence->channels(), array( $source_id ) )
			&& ( 0 === $evidence->contradictions_in( $source_id ) || $evidence->contradictions_in( $source_id ) < $evidence->orders_in( $source_id ) );
	}

	/**
	 * @param list<OrderChannel> $channels Channels for WordPress shops.
	 * @return list<OrderChannel> Channels with most of the shop's orders first.
	 */
	private function to_choose_from( array $channels, ChannelEvidence $evidence ): array {
		$names = array();
		foreach ( $channels as $channel ) {
			$names[ $channel->id ] = $channel->name;
		}
		$ids = array_values( array_unique( array( ...$evidence->channels(), ...array_keys( $names ) ) ) );
		$found = array_map( static fn ( int $id ): OrderChannel => new OrderChannel( $id, $names[ $id ] ?? '', $evidence->orders_in( $id ) ), $ids );
		usort( $found, static fn ( OrderChannel $one, OrderChannel $other ): int => array( $other->orders, $one->id ) <=> array( $one->orders, $other->id ) );
		return $found;
	}

	private function over( Run $run, int $again_after_ms ): Run {
		$this->memory->note_again_at( $this->clock->now_ms() + $again_after_ms );
		return $run->with( cursor: ChannelSearchCursor::OVER );
	}
}
