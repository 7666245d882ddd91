<?php
/**
 * What it means to be a mismatch, and what to do, where the shop's quantities go to KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Mismatch;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\MismatchGroup;

final class PushAdviceText {

	/** @return string '' where MismatchText says what is true in either direction. */
	public static function advice( MismatchGroup $group ): string {
		return match ( $group ) {
			MismatchGroup::NearMiss => __( 'These are probably the same products, but their SKUs are not spelled exactly alike, so their stock is not sent to KeyCRM. Copy the SKU from one side to the other.', 'stock-sync-for-keycrm' ),
			MismatchGroup::WrongStatus => __( 'The stock quantity of these was sent to KeyCRM, but their stock status in the shop is not the one that WooCommerce gives to it, as imports can leave it: a product that is there may be impossible to buy, or one with 0 may be on sale. Repair the stock status: WooCommerce then sets it anew, and the stock quantity stays.', 'stock-sync-for-keycrm' ),
			MismatchGroup::NotInKeyCrm => __( 'KeyCRM has no product with the SKU of these, so their quantity is not sent there. Add the product in KeyCRM, write KeyCRM’s SKU into the product here, or leave it alone.', 'stock-sync-for-keycrm' ),
			MismatchGroup::OnlyInKeyCrm => __( 'No product of the shop has the SKU of these, so their quantity in KeyCRM stays as it is. Add them to the shop if their stock is kept here; otherwise there is nothing to do.', 'stock-sync-for-keycrm' ),
			MismatchGroup::DuplicateInShop => __( 'Several products of the shop share an SKU, so it is not clear whose quantity KeyCRM should get, and none is sent. Give each its own.', 'stock-sync-for-keycrm' ),
			MismatchGroup::DuplicateInKeyCrm => __( 'KeyCRM has several products with the same SKU, so it is not clear which one should get the quantity, and none is sent. Give each its own in KeyCRM.', 'stock-sync-for-keycrm' ),
			MismatchGroup::NoSku => __( 'Products are found in KeyCRM by their SKU, and these have none, so their quantity is not sent there. Enter the SKU that KeyCRM has, or leave them alone.', 'stock-sync-for-keycrm' ),
			MismatchGroup::NotManaged => __( 'WooCommerce keeps no stock quantity for these, so there is none that KeyCRM could get. The plugin does not switch their stock management on while the shop keeps the stock that counts, because it would have to make a quantity up: switch on “Track stock quantity” in the product and enter how many there are, or leave it alone.', 'stock-sync-for-keycrm' ),
			MismatchGroup::ManagedByParent => __( 'These variations share one quantity with their product, so there is none of their own that KeyCRM could get. Switch stock management on for the variation and enter its quantity, or give the product itself the SKU from KeyCRM.', 'stock-sync-for-keycrm' ),
			MismatchGroup::Excluded => __( 'You have asked for these to be left alone, so their quantity is not sent to KeyCRM. Products in a category that is left alone are not listed here.', 'stock-sync-for-keycrm' ),
			default => '',
		};
	}

	/** Why stock management is not switched on. */
	public static function not_switched_on(): string {
		return __( 'The shop keeps the stock that counts, so the plugin writes no quantity here. Switch on “Track stock quantity” in the product and enter how many there are.', 'stock-sync-for-keycrm' );
	}
}
