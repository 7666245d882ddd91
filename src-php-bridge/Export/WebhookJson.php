<?php
/**
 * The webhook's state as JSON.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Settings\SecretAddress;
use KeyCrmStock\Store\Option\WakeUpMemory;
use KeyCrmStock\Store\Option\WebhookReceipts;
use KeyCrmStock\Text\Webhook\WakeUpText;
use KeyCrmStock\Text\Webhook\WebhookGuide;
use KeyCrmStock\Text\Webhook\WebhookReceiptText;
use KeyCrmStock\Text\Webhook\WebhookTrialText;
use KeyCrmStock\Value\Webhook\TrialOutcome;
use KeyCrmStock\Value\Webhook\TrialResult;
use KeyCrmStock\Value\Webhook\WebhookReceipt;

final class WebhookJson {

	public function __construct(
		private readonly SecretAddress $address,
		private readonly WebhookReceipts $receipts,
		private readonly WakeUpMemory $wake_up,
		private readonly Clock $clock,
	) {}

	/** @return array<string, mixed> @see src-admin/contract/webhook.ts webhookSchema */
	public function state(): array {
		$way = $this->wake_up->way( $this->clock->now_ms() );
		return array(
			'url'          => $this->address->url(),
			'received'     => array_map(
				static fn ( WebhookReceipt $receipt ): array => array(
					'kind' => $receipt->kind->value,
					'at'   => IsoTime::iso( $receipt->at ),
					'text' => WebhookReceiptText::sentence( $receipt ),
				),
				$this->receipts->all()
			),
			'wake_up'      => $way->value,
			'wake_up_text' => WakeUpText::sentence( $way ),
			'guides'       => WebhookGuide::all(),
		);
	}

	/** @return array<string, mixed> @see src-admin/contract/webhook.ts webhookTrialSchema */
	public function trial( TrialResult $result ): array {
		return array(
			'ok'      => TrialOutcome::Reached === $result->outcome,
			'code'    => $result->outcome->value,
			'message' => WebhookTrialText::message( $result ),
			'hint'    => WebhookTrialText::hint( $result ),
			'details' => $result->details,
		);
	}
}
