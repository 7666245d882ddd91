/** PHP's answers to the questions that tests/support/holding answers in TypeScript. */
import * as fc from 'fast-check';
import { phpValue } from '../../../support/php-value';
import type { OrdersSession } from './orders-session';

/** `$decide( $question )` asks Sync\Availability\OpenOrderQuantities. */
export const HELD = `
	$decide = static function ( array $question ): float {
		$notes = array();
		foreach ( $question['notes'] as $note ) {
			$notes[ $note['order_id'] ][] = new KeyCrmStock\\Value\\Order\\OrderLineStatus( $note['order_id'], $note['sku'], $note['quantity'],
				KeyCrmStock\\Value\\Order\\LineState::from( $note['state'] ), $note['counted_at'], $note['taken_at'] );
		}
		$lines = array_map( static fn ( array $line ) => new KeyCrmStock\\Shop\\Order\\OpenOrderLine( $line['order_id'], 7, $line['taken'], $line['ordered'], 'processing' ), $question['lines'] );
		return ( new KeyCrmStock\\Sync\\Availability\\OpenOrderQuantities( $lines, $notes, $question['reserves_counted'], null ) )->for_set( array( 7 ), $question['sku'], $question['read_at'] )->quantity;
	};`;

/** `$decide( $answers, $way )` stores them in Store\OrderLineTable and gives what is then known of order 1 to 3. */
export const NOTES = `
	global $wpdb;
	$store  = new KeyCrmStock\\Store\\OrderLineTable( new KeyCrmStock\\Database\\Database( $wpdb ) );
	$decide = static function ( array $answers, string $way ) use ( $store ): array {
		foreach ( $answers as $answer ) {
			$orders = array_map( static fn ( array $order ): array => array( $order['order_id'], new KeyCrmStock\\Value\\Order\\CrmOrder( $order['id'], 1, 'x', $order['updated_at'],
				array_map( static fn ( array $line ) => new KeyCrmStock\\Value\\Order\\CrmOrderLine( $line['id'], $line['sku'], $line['quantity'], KeyCrmStock\\Value\\Order\\LineState::from( $line['state'] ) ), $order['lines'] ) ) ), $answer['orders'] );
			$store->store( $way, $orders, $answer['sent'], $answer['received'] );
		}
		return array_map( static fn ( $note ): array => array( $note->order_id, $note->sku, $note->quantity, $note->state->value, $note->counted_at, $note->taken_at ),
			array_merge( ...array_map( static fn ( int $id ): array => $store->known( $way, array( $id ) )->notes[ $id ] ?? array(), array( 1, 2, 3 ) ) ) );
	};`;

/** `$level( $offer_id, $row )` makes a level, `$table` is Store\Level\LevelTable. */
const LEVEL = `
	global $wpdb;
	$database = new KeyCrmStock\\Database\\Database( $wpdb );
	$now      = PHP_INT_MAX;
	$table    = new KeyCrmStock\\Store\\Level\\LevelTable( $database, static function () use ( &$now ): int { return $now; } );
	$level    = static fn ( int $offer_id, array $row ) => new KeyCrmStock\\Value\\Stock\\StockLevel( $offer_id, "L$offer_id", $row['quantity'], $row['reserve'], array(), $row['read_at'] );`;

/** `$decide( $levels, $offer_id )` stores them in this order and gives what is left. */
export const NEWEST = `${ LEVEL }
	$decide = static function ( array $levels, int $offer_id ) use ( $table, $level, &$now ): array {
		foreach ( $levels as $row ) {
			$now = $row['stored_at'];
			$table->store( array( $level( $offer_id, $row ) ), 0 );
		}
		$row = $table->by_offers( array( $offer_id ) )[ $offer_id ];
		return array( $row->level->quantity, $row->level->reserve, $row->level->read_at, $row->stored_at );
	};`;

/**
 * `$decide( $case, $offer_id )` asks Sync\Availability\PageInputs for the number that a product shall have; null: leave it. An order
 * has taken `taken` of it, of which KeyCRM counts `counted`, as the last look says.
 */
export const TARGET = `${ LEVEL }
	$schema   = new KeyCrmStock\\Settings\\SettingsSchema( WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract/settings.json' );
	$defaults = $schema->defaults();
	$decide   = static function ( array $case, int $offer_id ) use ( $defaults, $level ): ?float {
		$lines   = 0 === $case['taken'] ? array() : array( new KeyCrmStock\\Shop\\Order\\OpenOrderLine( 1, $offer_id, $case['taken'], $case['taken'], 'processing' ) );
		$notes   = 0 === $case['taken'] ? array() : array( 1 => array( new KeyCrmStock\\Value\\Order\\OrderLineStatus( 1, "L$offer_id", (float) $case['counted'], KeyCrmStock\\Value\\Order\\LineState::Reserved, 0, null ) ) );
		$held    = new KeyCrmStock\\Sync\\Availability\\OpenOrderQuantities( $lines, $notes, true, new KeyCrmStock\\Value\\Order\\OrderReadResult( 1, $case['look']['began'] ) );
		$terms   = new KeyCrmStock\\Sync\\Availability\\PageInputs( KeyCrmStock\\Settings\\Settings::from_array( $case['rules'] + $defaults ), $held, new KeyCrmStock\\Sync\\Availability\\BufferQuantities( 0, array() ) );
		$product = new KeyCrmStock\\Shop\\Catalogue\\ShopProduct( $offer_id, 0, '', 'simple', KeyCrmStock\\Shop\\Catalogue\\ProductKind::Unit, "L$offer_id", KeyCrmStock\\Shop\\Catalogue\\StockManagement::Own, null, array( $offer_id ), false );
		$read    = $level( $offer_id, $case['level'] );
		$row     = new KeyCrmStock\\Store\\Level\\LevelRow( $read, null, null, 0, $case['level']['stored_at'], null, 0 );
		$parts = $terms->parts( $product, $read );
		return $terms->may_set( $parts, $product, $row, (float) $case['present'] ) ? $parts->available : null;
	};`;

/** `$decide( $line )` makes such a line of an order in the shop and asks Shop\Order\OpenOrders; `$product` is a product. */
export const LINE = `
	global $wpdb;
	$decide = static function ( array $line ) use ( $wpdb, $product ): float {
		$order = wc_create_order();
		$item  = $order->add_product( wc_get_product( $product ), $line['ordered'] );
		$order->save();
		if ( null !== $line['mark'] ) {
			update_metadata( 'order_item', $item, '_reduced_stock', $line['mark'] );
		}
		$order->get_data_store()->set_stock_reduced( $order->get_id(), $line['reduced'] );
		$now = time();
		$wpdb->update( $wpdb->prefix . 'wc_orders', array( 'status' => 'wc-' . $line['status'],
			'date_updated_gmt' => gmdate( 'Y-m-d H:i:s', $line['lately'] ? $now : $now - 3600 ) ), array( 'id' => $order->get_id() ) );
		$found = ( new KeyCrmStock\\Shop\\Order\\OpenOrders( new KeyCrmStock\\Database\\Database( $wpdb ) ) )->lines( array( $product ), ( $now - 86400 ) * 1000, $now * 1000 );
		$wpdb->delete( $wpdb->prefix . 'wc_orders', array( 'id' => $order->get_id() ) );
		return array_sum( array_column( $found, 'taken' ) );
	};`;

const SEED = 20_260_801;

/** The same cases each time. */
export const sample = < T >( cases: fc.Arbitrary< T >, count = 500 ): T[] =>
	fc.sample( cases, { seed: SEED, numRuns: count } );

/** PHP's answer to each case; `$product` is a product of the shop. */
export function answersInPhp(
	{ shop, goods }: OrdersSession,
	decide: string,
	cases: readonly unknown[]
) {
	return shop.php( `
		$product = ${ goods.cap };
		${ decide }
		$answers = array();
		foreach ( ${ phpValue( cases ) } as $place => $case ) {
			$answers[] = $decide( $case, 1000 + $place );
		}
		return $answers;` );
}
