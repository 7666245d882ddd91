<?php
/**
 * Why a product's number was not written, in the owner's words.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Text\Push\PushReasonText;
use KeyCrmStock\Value\Change\Outcome;

final class ReasonText {

	/** @return string '' where the outcome needs no explanation. */
	public function sentence( Outcome $outcome, string $reason ): string {
		if ( str_starts_with( $reason, 'create_' ) ) {
			return CreationText::reason( $reason );
		}
		return match ( $outcome ) {
			Outcome::Created => '',
			Outcome::Updated => match ( $reason ) {
				'undo' => __( 'Put back by undoing an earlier sync.', 'stock-sync-for-keycrm' ),
				'gone' => __( 'KeyCRM no longer has this product (deleted or archived there; it was asked for by itself), and its number here came from KeyCRM, so it is set to 0, as chosen in Settings → Products. A number that you give it afterwards stays.', 'stock-sync-for-keycrm' ),
				default => '',
			},
			Outcome::ChangedSince => __( 'Since that sync somebody else has given this product another number (an edit, an import, a later sync), so it was left as it is now.', 'stock-sync-for-keycrm' ),
			Outcome::Unchanged => $this->unchanged( $reason ),
			Outcome::NotManaged => $this->not_managed( $reason ),
			Outcome::ManagedByParent => __( 'This variation shares one stock number with its parent product, so a number of its own has no place. Give the variation its own stock, or give the parent the SKU from KeyCRM.', 'stock-sync-for-keycrm' ),
			Outcome::DuplicateInShop => __( 'Several products of the shop have this SKU, so it is not clear which one is meant; none was changed. Give each its own SKU.', 'stock-sync-for-keycrm' ),
			Outcome::DuplicateInKeyCrm => __( 'Several products in KeyCRM have this SKU, so it is not clear which number is meant; nothing was changed. Give each its own SKU in KeyCRM.', 'stock-sync-for-keycrm' ),
			Outcome::NotInKeyCrm => match ( $reason ) {
				'no_sku' => __( 'The product has no SKU, so it cannot be found in KeyCRM. Enter the SKU that KeyCRM has for it.', 'stock-sync-for-keycrm' ),
				'was_there' => __( 'KeyCRM had a product with this SKU before and has none now (deleted, archived or renamed there); the number was left as it is. If you no longer sell it, set its stock to 0 here, or let the plugin do so (Settings → Products).', 'stock-sync-for-keycrm' ),
				'not_listed' => __( 'KeyCRM’s stock list lacks this product, which it had before, and KeyCRM did not say whether it still has it. The stock quantity was left as it was; the next sync asks again.', 'stock-sync-for-keycrm' ),
				default => __( 'KeyCRM has no product with exactly this SKU; the number was left as it is. Compare the spelling on both sides.', 'stock-sync-for-keycrm' ),
			},
			Outcome::Excluded => __( 'You have told the plugin to leave this product alone.', 'stock-sync-for-keycrm' ),
			Outcome::Failed => $this->failure( $reason ),
		};
	}

	private function unchanged( string $reason ): string {
		return match ( $reason ) {
			'wrong_status' => __( 'The stock quantity is right, but the stock status is not the one that WooCommerce gives to it, so the product may be on sale and sold out, or there and impossible to buy. “Repair the stock status” in the list of what is out of step sets it anew.', 'stock-sync-for-keycrm' ),
			'wrong_lookup' => __( 'The stock quantity and the stock status are right, but WooCommerce’s lookup table, by which the catalogue sorts and hides products, says something else. Each sync repairs that; if it stays so, another plugin writes to that table.', 'stock-sync-for-keycrm' ),
			'repaired_status' => __( 'The stock quantity was right already. The stock status did not fit it and has been set anew.', 'stock-sync-for-keycrm' ),
			'repaired_lookup' => __( 'The stock quantity was right already. WooCommerce’s lookup table, by which the catalogue sorts and hides products, said something else and has been brought in line.', 'stock-sync-for-keycrm' ),
			default => '',
		};
	}

	private function not_managed( string $reason ): string {
		return match ( $reason ) {
			'no_number' => __( 'Stock management is on for this product, and it has no stock quantity, so there is nothing to send to KeyCRM. Enter the quantity on the product.', 'stock-sync-for-keycrm' ),
			'no_number_before' => __( 'Before that sync the product had no stock quantity at all, so there is none to put back. Switch its stock management off by hand if it was off before.', 'stock-sync-for-keycrm' ),
			'kind_container' => __( 'This product is sold through others (its variations, or the parts of a bundle), so it keeps no stock quantity of its own and the plugin does not switch stock management on for it. Give KeyCRM’s SKUs to those. If one stock quantity stands for all of them, switch on “Track stock quantity” on this product by hand.', 'stock-sync-for-keycrm' ),
			'kind_numberless' => __( 'WooCommerce never keeps a stock quantity for grouped and external products, so KeyCRM’s has no place here. Give this SKU to the product that is really sold, or leave this one alone.', 'stock-sync-for-keycrm' ),
			'kind_unknown' => __( 'Another plugin has added this type of product, and it is not known whether it may keep a stock quantity, so stock management is not switched on for it. If KeyCRM’s stock quantity is right for it, switch on “Track stock quantity” on the product by hand.', 'stock-sync-for-keycrm' ),
			default => __( 'WooCommerce keeps no stock quantity for this product. Switch on “Track stock quantity” on the product, or let the plugin do so for all (Settings → Products).', 'stock-sync-for-keycrm' ),
		};
	}

	private function failure( string $reason ): string {
		if ( str_starts_with( $reason, PushReasonText::REFUSED ) ) {
			return PushReasonText::refused( $reason );
		}
		return PushReasonText::failure( $reason ) ?? match ( $reason ) {
			'unreadable_number' => __( 'KeyCRM sent something that is not a number for this product, so the shop’s number was left as it was. Look at the product’s stock in KeyCRM.', 'stock-sync-for-keycrm' ),
			'unreadable_warehouses' => __( 'KeyCRM did not say how this product’s stock is spread over warehouses, so the shop’s number was left as it was. The next sync tries again.', 'stock-sync-for-keycrm' ),
			'unreadable_not_exact' => __( 'KeyCRM sent a number for this product that is too large or has too many decimals to be kept exactly, so it was not used and the shop’s stock quantity was left as it was. Correct the product’s stock in KeyCRM.', 'stock-sync-for-keycrm' ),
			'unreadable_reserve' => __( 'KeyCRM shows a reserve below 0 for this product, which would offer more units than there are, so the shop’s stock quantity was left as it was. Look at the product’s reserve in KeyCRM.', 'stock-sync-for-keycrm' ),
			'unreadable_archived' => __( 'KeyCRM’s stock list lacks this product, and KeyCRM did not say whether it is archived there. The shop’s stock quantity was left as it was; the next sync asks again.', 'stock-sync-for-keycrm' ),
			'unreadable_no_split' => __( 'KeyCRM’s stock list lacks this product; asked for by itself, KeyCRM gave only its total over all warehouses, which is not 0. Your settings count by warehouse, so the shop’s stock quantity was left as it was. The next sync asks again; if it stays so, look at the product’s warehouses in KeyCRM.', 'stock-sync-for-keycrm' ),
			'unreadable_sku_too_long' => __( 'The SKU is longer than 255 characters and cannot be compared with KeyCRM’s, so the shop’s stock quantity was left as it was. Shorten the SKU on both sides.', 'stock-sync-for-keycrm' ),
			'changed_meanwhile' => __( 'The product was changed while the sync ran (its SKU, for instance), so it was left alone. The next sync looks at it again.', 'stock-sync-for-keycrm' ),
			'deleted', 'deleted_meanwhile' => __( 'While the sync ran, the product was deleted, put into the bin or otherwise taken out of the shop, so it was left as it is. There is nothing to do.', 'stock-sync-for-keycrm' ),
			'not_stored' => __( 'WooCommerce wrote the number, and the database does not hold it: another plugin may have put its own statement in place of WooCommerce’s. The next sync tries again; if it stays so, show this message to your developer.', 'stock-sync-for-keycrm' ),
			'shown_otherwise' => __( 'The database holds the number, and WooCommerce shows another one: another plugin may change what is read. The number was not kept. The next sync tries again; if it stays so, show this message to your developer.', 'stock-sync-for-keycrm' ),
			default => sprintf(
				/* translators: %s: technical message of another plugin or of WooCommerce */
				__( 'WooCommerce or another plugin did not let the number be saved: %s. The next sync tries again; if it stays so, show this message to your developer.', 'stock-sync-for-keycrm' ),
				$reason
			),
		};
	}
}
