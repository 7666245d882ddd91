<?php
/** `$decide( $case, $offer_id )` returns the number that a product should have. */

assert( isset( $level ) );
$schema   = new KeyCrmStock\Settings\SettingsSchema( WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract/settings.json' );
$defaults = $schema->defaults();
$decide   = static function ( array $case, int $offer_id ) use ( $defaults, $level ): ?float {
	$lines   = 0 === $case['taken'] ? array() : array( new KeyCrmStock\Shop\Order\OpenOrderLine( 1, $offer_id, $case['taken'], $case['taken'], 'processing' ) );
	$notes   = 0 === $case['taken'] ? array() : array( 1 => array( new KeyCrmStock\Value\Order\OrderLineStatus( 1, "L$offer_id", (float) $case['counted'], KeyCrmStock\Value\Order\LineState::Reserved, 0, null ) ) );
	$held    = new KeyCrmStock\Sync\Availability\OpenOrderQuantities( $lines, $notes, true, new KeyCrmStock\Value\Order\OrderReadResult( 1, $case['look']['began'] ) );
	$terms   = new KeyCrmStock\Sync\Availability\PageInputs( KeyCrmStock\Settings\Settings::from_array( $case['rules'] + $defaults ), $held, new KeyCrmStock\Sync\Availability\BufferQuantities( 0, array() ) );
	$product = new KeyCrmStock\Shop\Catalogue\ShopProduct( $offer_id, 0, '', 'simple', KeyCrmStock\Shop\Catalogue\ProductKind::Unit, "L$offer_id", KeyCrmStock\Shop\Catalogue\StockManagement::Own, null, array( $offer_id ), false );
	$read    = $level( $offer_id, $case['level'] );
	$row     = new KeyCrmStock\Store\Level\LevelRow( $read, null, null, 0, $case['level']['stored_at'], null, 0 );
	$parts = $terms->parts( $product, $read );
	return $terms->may_set( $parts, $product, $row, (float) $case['present'] ) ? $parts->available : null;
};
