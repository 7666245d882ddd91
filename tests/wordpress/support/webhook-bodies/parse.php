<?php
/** Parses random messages, and returns those with which something went wrong. */

use KeyCrmStock\KeyCrm\Webhook\WebhookNotJson;
use KeyCrmStock\KeyCrm\Webhook\WebhookParser;
use KeyCrmStock\KeyCrm\Webhook\WebhookTooLarge;
use KeyCrmStock\Value\Stock\Sku;

/** @var array{seed: int, count: int} $args */
/** @var callable(): string $random_body */
assert( isset( $args, $random_body ) );

$wrong = array();
$said  = array();
$kinds = array();
set_error_handler(
	static function ( int $level, string $text ) use ( &$said ): bool {
		$said[] = $text;
		return true;
	}
);
for ( $index = 0; $index < $args['count']; $index++ ) {
	$body = $random_body();
	$said = array();
	try {
		$message = WebhookParser::parse( $body );
		$kind    = $message->kind->value;
		foreach ( $message->offers as $offer ) {
			// The table needs exactly one of the two.
			if ( ( $offer['offer_id'] > 0 ) === ( '' !== $offer['sku'] ) || mb_strlen( $offer['sku'] ) > 255 || Sku::trim( $offer['sku'] ) !== $offer['sku'] ) {
				$said[] = 'Unusable: ' . json_encode( $offer );
			}
		}
	} catch ( WebhookNotJson | WebhookTooLarge $refused ) {
		$kind = get_class( $refused );
	} catch ( \Throwable $error ) {
		$kind   = get_class( $error );
		$said[] = $error->getMessage();
	}
	$kinds[ $kind ] = ( $kinds[ $kind ] ?? 0 ) + 1;
	if ( array() !== $said ) {
		$wrong[] = array( bin2hex( substr( $body, 0, 500 ) ), $kind, $said );
	}
}
restore_error_handler();
return array(
	'wrong' => $wrong,
	'kinds' => $kinds,
);
