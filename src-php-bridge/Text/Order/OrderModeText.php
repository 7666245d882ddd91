<?php
/**
 * The ways of knowing which orders KeyCRM counts, as the owner chooses among them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\OpenOrderMode;

/** @phpstan-type Option array{value: string, label: string, about: string} */
final class OrderModeText {

	/** The best first. */
	private const MODES = array(
		OpenOrderMode::KeyCrmOrders,
		OpenOrderMode::PluginMarks,
		OpenOrderMode::Statuses,
		OpenOrderMode::NotSent,
		OpenOrderMode::Auto,
		OpenOrderMode::Filter,
		OpenOrderMode::Off,
	);

	/** @return list<Option> For the settings. */
	public static function options(): array {
		return array_map( self::option( ... ), self::MODES );
	}

	/**
	 * The answers to the set-up's question how orders get into KeyCRM.
	 *
	 * @param OpenOrderMode $saved If it belongs to none of the answers, it is added, so that it can be kept.
	 * @return list<Option>
	 */
	public static function answers( OpenOrderMode $saved ): array {
		$labels  = array(
			OpenOrderMode::KeyCrmOrders->value => __( 'KeyCRM’s plugin or another integration sends them', 'stock-sync-for-keycrm' ),
			OpenOrderMode::Statuses->value     => __( 'Somebody types them in', 'stock-sync-for-keycrm' ),
			OpenOrderMode::NotSent->value      => __( 'Not at all', 'stock-sync-for-keycrm' ),
		);
		$answers = array();
		foreach ( $labels as $mode => $label ) {
			$answers[] = array( 'label' => $label ) + self::option( OpenOrderMode::from( $mode ) );
		}
		$is_other = OpenOrderMode::Auto !== $saved && ! isset( $labels[ $saved->value ] );
		return $is_other ? array( ...$answers, self::option( $saved ) ) : $answers;
	}

	/** @return Option */
	private static function option( OpenOrderMode $mode ): array {
		return array(
			'value' => $mode->value,
			'label' => self::label( $mode ),
			'about' => self::about( $mode ),
		);
	}

	private static function label( OpenOrderMode $mode ): string {
		return match ( $mode ) {
			OpenOrderMode::KeyCrmOrders => __( 'Ask KeyCRM (recommended)', 'stock-sync-for-keycrm' ),
			OpenOrderMode::PluginMarks => __( 'Go by the mark of KeyCRM’s own plugin', 'stock-sync-for-keycrm' ),
			OpenOrderMode::Statuses => __( 'Go by the status in WooCommerce', 'stock-sync-for-keycrm' ),
			OpenOrderMode::NotSent => __( 'Orders of this shop do not get into KeyCRM', 'stock-sync-for-keycrm' ),
			OpenOrderMode::Auto => __( 'Find out, and subtract every order until then', 'stock-sync-for-keycrm' ),
			OpenOrderMode::Filter => __( 'Ask another plugin', 'stock-sync-for-keycrm' ),
			OpenOrderMode::Off => __( 'Subtract no orders', 'stock-sync-for-keycrm' ),
		};
	}

	private static function about( OpenOrderMode $mode ): string {
		return match ( $mode ) {
			OpenOrderMode::KeyCrmOrders => __( 'Each sync looks the shop’s recent orders up in KeyCRM. Their units stay subtracted until KeyCRM has reserved them or written them off. This is the exact way.', 'stock-sync-for-keycrm' ),
			OpenOrderMode::PluginMarks => __( 'That plugin marks every order that it has sent to KeyCRM. Some time after that KeyCRM is taken to count the order. It costs no requests, but nobody checks that KeyCRM really reserved the units.', 'stock-sync-for-keycrm' ),
			OpenOrderMode::Statuses => __( 'Units of orders in the statuses you tick are subtracted; in every other status KeyCRM is taken to count the order.', 'stock-sync-for-keycrm' ),
			OpenOrderMode::NotSent => __( 'Every order stays subtracted up to the age limit below. Correct KeyCRM’s stock before an order is older than that, or its units go back on sale.', 'stock-sync-for-keycrm' ),
			OpenOrderMode::Auto => __( 'The sync looks for this shop’s orders in KeyCRM a few times a day. Once it has found them it asks KeyCRM about each; until then every order up to the age limit stays subtracted, so that nothing is sold twice.', 'stock-sync-for-keycrm' ),
			OpenOrderMode::Filter => __( 'For shops whose developer has connected another program: it names the orders that KeyCRM counts (filter keycrm_stock_counted_orders). While nobody answers, every order stays subtracted up to the age limit.', 'stock-sync-for-keycrm' ),
			OpenOrderMode::Off => __( 'A unit just sold here goes back on sale with the next sync, until KeyCRM counts the order, and can be sold twice.', 'stock-sync-for-keycrm' ),
		};
	}
}
