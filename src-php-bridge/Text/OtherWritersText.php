<?php
/**
 * Sentences about other programs that set stock, and about messages of KeyCRM's that have stopped.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\ContestedStock;

final class OtherWritersText {

	/** @param non-empty-list<string> $plugins Names. */
	public static function overwriting( array $plugins ): string {
		return sprintf(
			/* translators: %s: names of plugins. */
			__( 'Stock from KeyCRM is also set by: %s. Two writers overwrite each other, and the other one knows nothing of your warehouses, of what you keep back and of orders that KeyCRM does not count yet. Switch its stock webhook off in its settings and in KeyCRM; what else it does (orders, statuses) can stay on.', 'stock-sync-for-keycrm' ),
			implode( ', ', $plugins )
		);
	}

	public static function contested_label(): string {
		return __( 'Something else keeps setting stock back', 'stock-sync-for-keycrm' );
	}

	/**
	 * @param non-empty-list<ContestedStock> $contested
	 * @param array<int, string>             $names     Titles by product.
	 * @param list<string>                   $suspects  Plugins that may do it.
	 */
	public static function contested( array $contested, array $names, array $suspects ): string {
		$products = array_map(
			static fn ( ContestedStock $one ): string => sprintf(
				/* translators: 1: a product's name, 2: a quantity, 3: another quantity. */
				__( '“%1$s” (the sync: %2$s, the other: %3$s)', 'stock-sync-for-keycrm' ),
				$names[ $one->product_id ] ?? '#' . $one->product_id,
				AvailabilityText::number( $one->ours ),
				AvailabilityText::number( $one->theirs )
			),
			$contested
		);
		return implode(
			' ',
			array_filter(
				array(
					sprintf(
						/* translators: %s: products, separated by commas. */
						__( 'Another program has set the stock of these products back to its own quantity, three times or more within a day: %s.', 'stock-sync-for-keycrm' ),
						implode( ', ', $products )
					),
					array() === $suspects ? '' : sprintf(
						/* translators: %s: names of plugins. */
						__( 'It may be %s.', 'stock-sync-for-keycrm' ),
						implode( ', ', $suspects )
					),
					__( 'Two writers overwrite each other, so one of the quantities is wrong half of the time. Look for an import, a connection to a marketplace or another stock plugin, and switch its stock updates off. Or exclude these products from the sync.', 'stock-sync-for-keycrm' ),
				)
			)
		);
	}

	public static function silent_label(): string {
		return __( 'KeyCRM no longer reports changes of stock', 'stock-sync-for-keycrm' );
	}

	/** @param int $since_ms Unix milliseconds. */
	public static function silent( int $since_ms ): string {
		return sprintf(
			/* translators: %s: when, e.g. "on 1 August 2026 14:05". */
			__( 'KeyCRM’s last message about stock came %s, but syncs have found changes since. KeyCRM pauses a webhook whose calls failed for a day, and says nothing about it. Open «Налаштування» → «Товари» → «Склад» → «Вебхуки» in KeyCRM, compare the address with the one under Settings → Webhooks here, and save the page there again. Until then changes arrive with the next sync.', 'stock-sync-for-keycrm' ),
			TimeText::absolute()->past( $since_ms )
		);
	}
}
