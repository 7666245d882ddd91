<?php
/**
 * How webhooks are set up in KeyCRM, step by step.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Webhook;

defined( 'ABSPATH' ) || exit;

/** In the words of KeyCRM's own screens («…»), which are Ukrainian whatever the shop's language is. */
final class WebhookGuide {

	/** @return list<array{title: string, steps: list<string>}> */
	public static function all(): array {
		return array(
			array(
				'title' => __( 'How to set it up in KeyCRM: stock', 'stock-sync-for-keycrm' ),
				'steps' => self::stock(),
			),
			array(
				'title' => __( 'How to set it up in KeyCRM: orders (optional)', 'stock-sync-for-keycrm' ),
				'steps' => self::orders(),
			),
		);
	}

	/** @return list<string> */
	private static function stock(): array {
		return array(
			__( 'In KeyCRM open «Налаштування» → «Товари» → «Склад» → «Вебхуки».', 'stock-sync-for-keycrm' ),
			__( 'Press «+ Add Webhook».', 'stock-sync-for-keycrm' ),
			__( 'Give it a name, for example the shop’s, and paste the address from above.', 'stock-sync-for-keycrm' ),
			__( 'Choose no warehouse. The plugin asks KeyCRM for the quantities itself, of the warehouses that are chosen here.', 'stock-sync-for-keycrm' ),
			__( 'Press «Додати».', 'stock-sync-for-keycrm' ),
			__( 'Press «Зберегти» at the foot of the page. KeyCRM sends nothing before that.', 'stock-sync-for-keycrm' ),
			__( 'Come back here and press “Sync now”. KeyCRM tells only of changes from now on, and nothing of stock that does not change.', 'stock-sync-for-keycrm' ),
			__( 'If webhooks were switched off here for more than a day, KeyCRM may have stopped sending: press «Зберегти» there again.', 'stock-sync-for-keycrm' ),
		);
	}

	/** @return list<string> */
	private static function orders(): array {
		return array(
			__( 'In KeyCRM open «Налаштування» → «Додатково» → «Автоматизація» and create a trigger for orders.', 'stock-sync-for-keycrm' ),
			__( 'Event: the order’s status has changed.', 'stock-sync-for-keycrm' ),
			__( 'Conditions: none. Or the statuses that reserve or write off, if KeyCRM shall send less.', 'stock-sync-for-keycrm' ),
			__( 'Action: «Відправити Webhook».', 'stock-sync-for-keycrm' ),
			__( 'Address: paste the address from above.', 'stock-sync-for-keycrm' ),
			__( 'Method: POST.', 'stock-sync-for-keycrm' ),
			__( 'Save the trigger and switch it on. Leave triggers for leads out: they hold no stock.', 'stock-sync-for-keycrm' ),
		);
	}
}
