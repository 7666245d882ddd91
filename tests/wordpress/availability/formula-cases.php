<?php
/** Returns the result of the formula for each case, and its sentence. */

assert( isset( $cases ) );
$schema = new KeyCrmStock\Settings\SettingsSchema( WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract/settings.json' );
return array_map( static function ( array $case ) use ( $schema ): array {
	$settings = KeyCrmStock\Settings\Settings::from_array( $schema->sanitize( $case['rule'] ) );
	$rows     = array_map( static fn ( array $row ) => new KeyCrmStock\Value\Stock\WarehouseLevel( $row['id'], $row['name'], (float) $row['quantity'], (float) $row['reserve'] ), $case['rows'] );
	$level    = new KeyCrmStock\Value\Stock\StockLevel( 1, 'A', (float) array_sum( array_column( $case['rows'], 'quantity' ) ), (float) array_sum( array_column( $case['rows'], 'reserve' ) ), $rows, 1 );
	$held     = 0 == $case['held'] ? KeyCrmStock\Value\Stock\OpenOrderQuantity::nothing() : new KeyCrmStock\Value\Stock\OpenOrderQuantity( (float) $case['held'], array( array( 'id' => 1042, 'quantity' => (float) $case['held'] ) ) );
	$parts    = ( new KeyCrmStock\Sync\Availability\Formula( $settings ) )->availability( $level, $held, new KeyCrmStock\Value\Stock\Buffer( $settings->buffer, KeyCrmStock\Value\Stock\BufferSource::Shop ) );
	return array( 'parts' => $parts->to_array(), 'says' => KeyCrmStock\Text\AvailabilityText::sentence( $parts ) );
}, $cases );
