<?php
/**
 * Takes in what KeyCRM sends by itself.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Contained;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Webhook\WebhookNotJson;
use KeyCrmStock\KeyCrm\Webhook\WebhookParser;
use KeyCrmStock\KeyCrm\Webhook\WebhookTooLarge;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\DirtyOrders;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Store\Option\WebhookReceipts;
use KeyCrmStock\Value\Webhook\WebhookKind;
use KeyCrmStock\Value\Webhook\WebhookMessage;

/** A message is a hint: what it names is marked, and read again by API before anything is written. */
final class WebhookReceiver {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly DirtyOffers $offers,
		private readonly DirtyOrders $orders,
		private readonly WebhookReceipts $receipts,
		private readonly Clock $clock,
	) {}

	/** Settings that cannot be read are no word of the owner's. Then a mark does no harm, and a lost message might. */
	public function is_on(): bool {
		try {
			return $this->settings->get()->webhook_enabled;
		} catch ( SettingsDamaged ) {
			return true;
		}
	}

	/**
	 * KeyCRM waits for the answer, so this costs one statement for each thousand of offers, and one more.
	 *
	 * @return array{WebhookMessage, bool} With whether there is something new to read.
	 * @throws WebhookNotJson
	 * @throws WebhookTooLarge
	 * @throws DatabaseError Where the marks were not stored.
	 */
	public function receive( string $body ): array {
		$message = WebhookParser::parse( $body );
		$now     = $this->clock->now_ms();
		if ( array() !== $message->offers ) {
			$this->offers->mark( $message->offers, $now );
		}
		$is_new = 0 === $message->order_id ? array() !== $message->offers : $this->orders->mark( $message->order_id, $now );
		if ( WebhookKind::Test !== $message->kind ) {
			// For the settings screen only, so a failure must not make KeyCRM believe that the marks were lost.
			Contained::call( 'last webhook', fn () => $this->receipts->note( $message, $now ) );
		}
		return array( $message, $is_new );
	}
}
