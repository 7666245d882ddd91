<?php
/**
 * What KeyCRM's webhooks brought last.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Option;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Value\Webhook\WebhookKind;
use KeyCrmStock\Value\Webhook\WebhookMessage;
use KeyCrmStock\Value\Webhook\WebhookReceipt;

/**
 * One row for each kind, written in one statement, because KeyCRM waits for the answer. How many of the offers the shop
 * knows is counted only when a person looks.
 */
final class WebhookReceipts {

	private const OPTION = 'keycrm_stock_webhook_last_';

	/** Of larger messages only the number of items is kept. */
	private const MOST_OFFERS = 1000;

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param int $now_ms Unix milliseconds.
	 * @throws DatabaseError
	 */
	public function note( WebhookMessage $message, int $now_ms ): void {
		$note = array(
			'at'     => $now_ms,
			'items'  => count( $message->offers ) + (int) ( $message->order_id > 0 ),
			'offers' => count( $message->offers ) > self::MOST_OFFERS ? array() : $message->offers,
		);
		// wp_json_encode() writes ASCII, because many sites' options table holds at most three bytes a letter.
		$this->database->run(
			"INSERT INTO {$this->database->names->options} (option_name, option_value, autoload) VALUES (%s, %s, 'no') ON DUPLICATE KEY UPDATE option_value = VALUES(option_value)",
			array( self::OPTION . $message->kind->value, (string) wp_json_encode( $note ) )
		);
	}

	/**
	 * @return list<WebhookReceipt> At most one of each kind, the newest first.
	 * @throws DatabaseError
	 */
	public function all(): array {
		$receipts = array();
		foreach ( array( WebhookKind::Stock, WebhookKind::Order, WebhookKind::Nothing ) as $kind ) {
			$note = $this->noted( $kind );
			if ( null !== $note ) {
				$receipts[] = new WebhookReceipt( $kind, $note['at'], $note['items'], array() === $note['offers'] ? null : $this->known( $note['offers'] ) );
			}
		}
		usort( $receipts, static fn ( WebhookReceipt $one, WebhookReceipt $other ): int => $other->at <=> $one->at );
		return $receipts;
	}

	/**
	 * When the last message about stock came, unix milliseconds; null if none did.
	 *
	 * @throws DatabaseError
	 */
	public function last_stock_at(): ?int {
		return $this->noted( WebhookKind::Stock )['at'] ?? null;
	}

	/** @return array{at: int, items: int, offers: array<mixed>}|null Null if there is none that can be read. */
	private function noted( WebhookKind $kind ): ?array {
		$json = $this->database->value( "SELECT option_value FROM {$this->database->names->options} WHERE option_name = %s", array( self::OPTION . $kind->value ) );
		$note = json_decode( $json ?? '', true );
		return is_array( $note ) && is_int( $note['at'] ?? null ) && is_int( $note['items'] ?? null ) && is_array( $note['offers'] ?? null ) ? $note : null;
	}

	/** @param non-empty-array<mixed> $offers */
	private function known( array $offers ): int {
		$skus = array_filter( array_column( $offers, 'sku' ), static fn ( mixed $sku ): bool => is_string( $sku ) && '' !== $sku );
		$named = 'offer_id IN (' . Database::in( array_filter( array_column( $offers, 'offer_id' ), 'is_int' ) ) . ')'
			. ( array() === $skus ? '' : ' OR sku IN (' . $this->database->quoted( array_values( $skus ) ) . ')' );
		return (int) $this->database->value( "SELECT COUNT(*) FROM {$this->database->table( 'levels' )} WHERE product_id > 0 AND ($named)" );
	}
}
