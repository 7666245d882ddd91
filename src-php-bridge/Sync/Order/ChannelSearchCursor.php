<?php
/**
 * How far the search for the shop's channel in KeyCRM has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Order\OrderChannel;

final class ChannelSearchCursor {

	/** A run's cursor after the search has ended, with or without a result. */
	public const OVER = array( 'search' => 'over' );

	/**
	 * @param list<OrderChannel>|null $channels   The account's channels for WordPress shops; null before they were asked for.
	 * @param bool                    $has_newest Whether KeyCRM's newest orders were read.
	 * @param list<int>               $asked      The shop's orders that were asked for by number.
	 */
	public function __construct(
		public readonly ?array $channels,
		public readonly bool $has_newest,
		public readonly array $asked,
		public readonly ChannelEvidence $evidence,
	) {}

	/** @param array<string, mixed> $cursor A run's. */
	public static function is_under_way( array $cursor ): bool {
		return is_array( $cursor['search'] ?? null );
	}

	/** @param array<string, mixed> $cursor A run's, as to_array() made it; or any other, for a search that begins. */
	public static function from_array( array $cursor ): self {
		$row = $cursor['search'] ?? null;
		if ( ! is_array( $row ) ) {
			return new self( null, false, array(), ChannelEvidence::none() );
		}
		$rows     = static fn ( string $name ): array => is_array( $row[ $name ] ?? null ) ? $row[ $name ] : array();
		$channels = array_values( array_filter( $rows( 'channels' ), 'is_array' ) );
		return new self(
			array_map( OrderChannel::from_array( ... ), $channels ),
			true === ( $row['has_newest'] ?? null ),
			array_values( array_map( 'intval', $rows( 'asked' ) ) ),
			ChannelEvidence::from_array( $rows( 'evidence' ) )
		);
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return array(
			'search' => array(
				'channels'   => array_map( static fn ( OrderChannel $channel ): array => $channel->to_array(), $this->channels ?? array() ),
				'has_newest' => $this->has_newest,
				'asked'      => $this->asked,
				'evidence'   => $this->evidence->to_array(),
			),
		);
	}

	public function with( mixed ...$changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) );
	}
}
