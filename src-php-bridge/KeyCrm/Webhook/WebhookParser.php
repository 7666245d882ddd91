<?php
/**
 * Reads the messages that KeyCRM sends by itself.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\JsonNumber;
use KeyCrmStock\KeyCrm\Stock\StockParser;
use KeyCrmStock\Value\Stock\Sku;
use KeyCrmStock\Value\Webhook\WebhookMessage;

/**
 * Two kinds arrive at one address: stock (keycrm-server/API.md §11.1) and triggers (§11.2). Anybody who knows the
 * address may send anything, so a part that cannot be read is passed over. The full sync repairs what was missed.
 */
final class WebhookParser {

	public const MAX_BYTES = 1_048_576;

	public const MAX_ITEMS = 10_000;

	/** The event of the plugin's own call. KeyCRM has none of this name. */
	public const TEST_EVENT = 'stock-sync-for-keycrm.test';

	/**
	 * @throws WebhookTooLarge
	 * @throws WebhookNotJson
	 */
	public static function parse( string $body ): WebhookMessage {
		if ( strlen( $body ) > self::MAX_BYTES ) {
			throw new WebhookTooLarge();
		}
		$message = self::decoded( $body );
		if ( ! is_array( $message ) ) {
			return WebhookMessage::about_nothing();
		}
		return is_string( $message['event'] ?? null ) ? self::trigger( $message['event'], $message['context'] ?? null ) : self::stock( $message );
	}

	/**
	 * Objects become arrays, because PHP refuses some names of properties that JSON allows.
	 *
	 * @throws WebhookNotJson
	 */
	private static function decoded( string $body ): mixed {
		// PHP's parser refuses a byte order mark.
		$json = str_starts_with( $body, "\u{FEFF}" ) ? substr( $body, 3 ) : $body;
		try {
			return json_decode( $json, true, 512, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE );
		} catch ( \JsonException $error ) {
			throw new WebhookNotJson( $error->getMessage(), 0, $error );
		}
	}

	/** Every event of an order counts: KeyCRM's own list of them has changed. Leads hold no stock. */
	private static function trigger( string $event, mixed $context ): WebhookMessage {
		if ( self::TEST_EVENT === $event ) {
			return WebhookMessage::about_test();
		}
		$id = str_starts_with( $event, 'order.' ) && is_array( $context ) ? self::id( $context['id'] ?? null ) : null;
		return null === $id ? WebhookMessage::about_nothing() : WebhookMessage::about_order( $id );
	}

	/**
	 * @param array<mixed> $message A list of items, an object of them, or a single item.
	 * @throws WebhookTooLarge
	 */
	private static function stock( array $message ): WebhookMessage {
		$items = isset( $message['offer_id'] ) || isset( $message['sku'] ) ? array( $message ) : $message;
		if ( count( $items ) > self::MAX_ITEMS ) {
			throw new WebhookTooLarge();
		}
		$offers = array();
		foreach ( array_filter( $items, 'is_array' ) as $item ) {
			$id  = self::id( $item['offer_id'] ?? null ) ?? 0;
			$sku = $id > 0 ? '' : StockParser::sku( $item['sku'] ?? null );
			if ( $id > 0 || ( '' !== $sku && ! Sku::is_too_long( $sku ) ) ) {
				$offers[ "$id:$sku" ] = array(
					'offer_id' => $id,
					'sku'      => $sku,
				);
			}
		}
		return array() === $offers ? WebhookMessage::about_nothing() : WebhookMessage::about_stock( array_values( $offers ) );
	}

	/** A number or its digits as text, also written as 7.0. */
	private static function id( mixed $value ): ?int {
		$value = is_string( $value ) ? trim( $value ) : $value;
		// Beyond 2^53 a float no longer holds every whole number.
		return JsonNumber::whole( is_float( $value ) && floor( $value ) === $value && $value < 2 ** 53 ? (int) $value : $value, 1 );
	}
}
