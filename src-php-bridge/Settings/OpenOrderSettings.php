<?php
/**
 * How the plugin knows which orders KeyCRM counts already.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/settings/hold-orders.ts holdOrdersSchema */
final class OpenOrderSettings {

	/**
	 * @param bool         $detect    While mode is 'off': ask KeyCRM as soon as the shop's sales channel has been found there.
	 * @param int          $source_id The shop's sales channel in KeyCRM; 0 until it is known.
	 * @param list<string> $statuses  Without `wc-`.
	 */
	public function __construct(
		public readonly OpenOrderMode $mode,
		public readonly bool $detect,
		public readonly int $source_id,
		public readonly array $statuses,
		public readonly int $grace_minutes,
		public readonly int $max_age_days,
	) {}

	/** @param array<string, mixed> $values Whole and valid. */
	public static function from_array( array $values ): self {
		return new self(
			OpenOrderMode::from( (string) $values['mode'] ),
			(bool) $values['detect'],
			(int) $values['source_id'],
			array_map( 'strval', array_values( (array) $values['statuses'] ) ),
			(int) $values['grace_minutes'],
			(int) $values['max_age_days']
		);
	}

	/** @return array{mode: string, detect: bool, source_id: int, statuses: list<string>, grace_minutes: int, max_age_days: int} */
	public function to_array(): array {
		return array(
			'mode'          => $this->mode->value,
			'detect'        => $this->detect,
			'source_id'     => $this->source_id,
			'statuses'      => $this->statuses,
			'grace_minutes' => $this->grace_minutes,
			'max_age_days'  => $this->max_age_days,
		);
	}

	/** Whether the owner leaves it to the plugin to find the shop's sales channel in KeyCRM. */
	public function looks_for_source(): bool {
		return match ( $this->mode ) {
			OpenOrderMode::Auto, OpenOrderMode::KeyCrmOrders => 0 === $this->source_id,
			OpenOrderMode::Off => $this->detect,
			default => false,
		};
	}

	/** For mode Statuses: whether KeyCRM is taken to count an order in this status. */
	public function counts_in( string $status ): bool {
		return ! in_array( $status, $this->statuses, true );
	}

	/**
	 * The settings that the sync goes by. What the owner has chosen wins over what the plugin has found.
	 *
	 * @param int $found The shop's sales channel in KeyCRM, where it was found; 0 where it was not.
	 */
	public function with_found_source( int $found ): self {
		$asks = match ( $this->mode ) {
			OpenOrderMode::Auto, OpenOrderMode::KeyCrmOrders => true,
			OpenOrderMode::Off => $this->detect && 0 !== $found,
			default => false,
		};
		return $asks
			? new self( OpenOrderMode::KeyCrmOrders, $this->detect, 0 === $this->source_id ? $found : $this->source_id, $this->statuses, $this->grace_minutes, $this->max_age_days )
			: $this;
	}

	/** Unix milliseconds: older orders are not subtracted. */
	public function oldest_ms( int $now_ms ): int {
		return $now_ms - $this->max_age_days * DAY_IN_SECONDS * 1000;
	}
}
