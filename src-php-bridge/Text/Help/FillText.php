<?php
/**
 * The offer to fill KeyCRM from the shop.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Help;

defined( 'ABSPATH' ) || exit;

final class FillText {

	/** @return array{title: string, sentences: list<string>, warehouse: string, button: string} @see src-admin/contract/connection.ts fillOfferSchema */
	public static function offer(): array {
		return array(
			'title'     => __( 'Fill KeyCRM from this shop', 'stock-sync-for-keycrm' ),
			'sentences' => array(
				__( 'KeyCRM has no stock yet: all of its products stand at 0, while this shop has stock. If the first sync took KeyCRM’s quantities, everything here would go out of stock.', 'stock-sync-for-keycrm' ),
				__( 'The shop’s present quantities can go into one of KeyCRM’s warehouses, once. You look at them first; nothing is sent before you confirm. After that KeyCRM keeps the stock.', 'stock-sync-for-keycrm' ),
			),
			'warehouse' => __( 'Warehouse that gets the shop’s quantities', 'stock-sync-for-keycrm' ),
			'button'    => __( 'Show me what KeyCRM would get', 'stock-sync-for-keycrm' ),
		);
	}
}
