<?php
/**
 * Notices that another program sets stock too, or that KeyCRM's messages have stopped.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Change\WriteHistory;
use KeyCrmStock\Store\Option\WebhookReceipts;
use KeyCrmStock\Value\Change\ContestedStock;

final class OtherWriters {

	/** Names in one sentence. */
	public const MOST = 5;

	private const DAY_MS = 86_400_000;

	/** A sync writes a quantity or two that no message names, such as one that a person has set in the shop. */
	private const UNEXPLAINED = 3;

	public function __construct(
		private readonly WriteHistory $history,
		private readonly WebhookReceipts $receipts,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/**
	 * Products whose quantity another program has set back three times within a day.
	 *
	 * @return list<ContestedStock>
	 */
	public function contested(): array {
		return $this->history->contested( $this->clock->now_ms() - self::DAY_MS, self::MOST );
	}

	/**
	 * When KeyCRM's last message about stock came, unix milliseconds, if that is more than a day ago although syncs find
	 * changes; null otherwise, and where none ever came.
	 *
	 * @throws SettingsDamaged
	 */
	public function silent_since(): ?int {
		if ( ! $this->settings->get()->webhook_enabled ) {
			return null;
		}
		$yesterday = $this->clock->now_ms() - self::DAY_MS;
		$last      = $this->receipts->last_stock_at();
		return null !== $last && $last < $yesterday && $this->history->written_by_syncs( $yesterday ) >= self::UNEXPLAINED ? $last : null;
	}
}
