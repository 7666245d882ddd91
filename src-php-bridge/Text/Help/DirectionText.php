<?php
/**
 * What happens when the owner chooses who keeps the stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Help;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Text\AvailabilityText;
use KeyCrmStock\Value\Stock\PushedQuantity;

final class DirectionText {

	/** @return list<array{direction: string, button: string, title: string, sentences: list<string>, confirm: string}> What is asked before a direction is switched to. */
	public static function switches(): array {
		$confirm = __( 'Switch, and make a preview', 'stock-sync-for-keycrm' );
		return array(
			array(
				'direction' => Settings::KEYCRM_TO_SHOP,
				'button'    => __( 'Let KeyCRM keep the stock…', 'stock-sync-for-keycrm' ),
				'title'     => __( 'Let KeyCRM keep the stock?', 'stock-sync-for-keycrm' ),
				'sentences' => array(
					__( 'From now on KeyCRM’s quantities count. Nothing is sent to KeyCRM any more, and syncs write the shop’s quantities.', 'stock-sync-for-keycrm' ),
					__( 'A preview shows what would change in the shop. Nothing is written there before you have looked at it and applied it.', 'stock-sync-for-keycrm' ),
					self::cancelled(),
				),
				'confirm'   => $confirm,
			),
			array(
				'direction' => Settings::SHOP_TO_KEYCRM,
				'button'    => __( 'Let this shop keep the stock…', 'stock-sync-for-keycrm' ),
				'title'     => __( 'Let this shop keep the stock?', 'stock-sync-for-keycrm' ),
				'sentences' => array(
					__( 'From now on the shop’s quantities count. Nothing is written into the shop any more, and syncs replace KeyCRM’s quantities in the chosen warehouse by the shop’s.', 'stock-sync-for-keycrm' ),
					__( 'A preview shows what would change in KeyCRM. Nothing is sent there before you have looked at it and applied it.', 'stock-sync-for-keycrm' ),
					self::cancelled(),
				),
				'confirm'   => $confirm,
			),
		);
	}

	/** Why a warehouse gets more than the shop has. */
	public static function reserve(): string {
		return __( 'KeyCRM’s quantity contains what is reserved there for orders; the shop’s does not. So the reserve of the warehouse is added to what is sent, and KeyCRM has as much for sale as the shop.', 'stock-sync-for-keycrm' );
	}

	/** The same in the numbers of a product: "Tea (SKU 0001): KeyCRM gets 7 = 5 in the shop + 2 reserved there." */
	public static function example( string $name, string $sku, PushedQuantity $gets ): string {
		return sprintf(
			/* translators: 1: product, 2: SKU, 3: units that KeyCRM gets, 4: units in the shop, 5: units reserved in KeyCRM. */
			__( 'Example: “%1$s” (SKU %2$s): KeyCRM gets %3$s = %4$s in the shop + %5$s reserved there.', 'stock-sync-for-keycrm' ),
			$name,
			$sku,
			AvailabilityText::number( $gets->quantity ),
			AvailabilityText::number( $gets->available ),
			AvailabilityText::number( $gets->reserve )
		);
	}

	private static function cancelled(): string {
		return __( 'A sync that runs or waits for your decision is cancelled. The log keeps everything, and you can switch back in the same way.', 'stock-sync-for-keycrm' );
	}
}
