<?php
/**
 * What a run did with a product: the outcome's name, and what it means.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Outcome;

final class OutcomeText {

	public static function name( Outcome $outcome ): string {
		return match ( $outcome ) {
			Outcome::Updated => __( 'Changed', 'stock-sync-for-keycrm' ),
			Outcome::Unchanged => __( 'Already in sync', 'stock-sync-for-keycrm' ),
			Outcome::NotManaged => __( 'Stock management is off', 'stock-sync-for-keycrm' ),
			Outcome::ManagedByParent => __( 'Stock is kept by the parent product', 'stock-sync-for-keycrm' ),
			Outcome::DuplicateInShop => __( 'Same SKU twice in the shop', 'stock-sync-for-keycrm' ),
			Outcome::DuplicateInKeyCrm => __( 'Same SKU twice in KeyCRM', 'stock-sync-for-keycrm' ),
			Outcome::NotInKeyCrm => __( 'Not in KeyCRM', 'stock-sync-for-keycrm' ),
			Outcome::Excluded => __( 'Left alone by you', 'stock-sync-for-keycrm' ),
			Outcome::Failed => __( 'Could not be written', 'stock-sync-for-keycrm' ),
			Outcome::ChangedSince => __( 'Changed since by somebody else', 'stock-sync-for-keycrm' ),
			Outcome::Created => __( 'Created', 'stock-sync-for-keycrm' ),
		};
	}

	/** What it means, and what to do about it. */
	public static function advice( Outcome $outcome ): string {
		return match ( $outcome ) {
			Outcome::Updated => __( 'The number differed and was put right.', 'stock-sync-for-keycrm' ),
			Outcome::Unchanged => __( 'The number was right; the product was not touched.', 'stock-sync-for-keycrm' ),
			Outcome::NotInKeyCrm => __( 'KeyCRM has no product with this SKU, or the product here has none. Write the same SKU on both sides.', 'stock-sync-for-keycrm' ),
			Outcome::DuplicateInShop => __( 'Several products here have this SKU, so it is not clear which one is meant. Give each its own.', 'stock-sync-for-keycrm' ),
			Outcome::DuplicateInKeyCrm => __( 'Several products in KeyCRM have this SKU, so it is not clear whose number counts. Give each its own there.', 'stock-sync-for-keycrm' ),
			Outcome::NotManaged => __( 'WooCommerce keeps no stock quantity for this product. Switch “Stock management” on in the product, or choose in Settings → Products that the plugin does. Variable, grouped and external products are never switched on by the plugin; the list says what to do about each.', 'stock-sync-for-keycrm' ),
			Outcome::ManagedByParent => __( 'The variation shares the stock of its parent product. Switch stock management on for the variation if it has its own number in KeyCRM.', 'stock-sync-for-keycrm' ),
			Outcome::Excluded => __( 'You asked for this product to be left alone.', 'stock-sync-for-keycrm' ),
			Outcome::ChangedSince => __( 'Only when a run is undone: somebody else has given the product another number since, so it was left.', 'stock-sync-for-keycrm' ),
			Outcome::Created => __( 'It was missing on the other side and has been created there.', 'stock-sync-for-keycrm' ),
			Outcome::Failed => __( 'WooCommerce did not take the number. It is tried again at the next sync; the list says why it failed.', 'stock-sync-for-keycrm' ),
		};
	}
}
