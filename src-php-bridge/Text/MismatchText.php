<?php
/**
 * What is wrong with a mismatch, in the owner's words.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Value\Change\Mismatch;
use KeyCrmStock\Value\Change\MismatchGroup;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\Sku;
use KeyCrmStock\Value\Stock\SkuDifference;

final class MismatchText {

	/**
	 * How two SKUs differ that look like one, and why a product's stock management cannot be switched on here;
	 * '' for a mismatch that its group's text explains.
	 */
	public function sentence( Mismatch $mismatch, ?ShopProduct $product ): string {
		$kind = (string) $product?->kind->why_not_switched_on();
		if ( MismatchGroup::NotManaged === $mismatch->group && '' !== $kind ) {
			return ( new ReasonText() )->sentence( Outcome::NotManaged, $kind );
		}
		if ( MismatchGroup::NearMiss !== $mismatch->group ) {
			return '';
		}
		$kinds = array_map( $this->difference( ... ), Sku::differences( $mismatch->sku, $mismatch->crm_sku ) );
		return sprintf(
			/* translators: 1: SKU in the shop, 2: SKU in KeyCRM, 3: how they differ, e.g. "capital and small letters differ". */
			__( '“%1$s” here, “%2$s” in KeyCRM: %3$s.', 'stock-sync-for-keycrm' ),
			$mismatch->sku,
			$mismatch->crm_sku,
			implode( ', ', $kinds )
		);
	}

	private function difference( SkuDifference $kind ): string {
		return match ( $kind ) {
			SkuDifference::Entities => __( 'a sign is written as a web page’s code on one side (“&amp;” for “&”, for instance)', 'stock-sync-for-keycrm' ),
			SkuDifference::Invisible => __( 'characters that cannot be seen differ (joiners or direction marks, as copying brings them)', 'stock-sync-for-keycrm' ),
			SkuDifference::Composition => __( 'a letter such as “й” or “ї” is one character on one side and two on the other (type it anew)', 'stock-sync-for-keycrm' ),
			SkuDifference::Case => __( 'capital and small letters differ', 'stock-sync-for-keycrm' ),
			SkuDifference::Spaces => __( 'spaces differ', 'stock-sync-for-keycrm' ),
			SkuDifference::Letters => __( 'some letters only look alike (Cyrillic on one side, Latin on the other)', 'stock-sync-for-keycrm' ),
			SkuDifference::Dashes => __( 'dashes differ in length (“-” and “–”, for instance)', 'stock-sync-for-keycrm' ),
			SkuDifference::Digits => __( 'a letter stands where the other side has a digit that looks alike (“О” for 0, “З” for 3)', 'stock-sync-for-keycrm' ),
			SkuDifference::Zeros => __( 'zeros at the beginning differ', 'stock-sync-for-keycrm' ),
		};
	}

	/** The group's name. */
	public function group( MismatchGroup $group ): string {
		return match ( $group ) {
			MismatchGroup::NearMiss => __( 'SKUs that almost agree', 'stock-sync-for-keycrm' ),
			MismatchGroup::WrongStatus => __( 'Stock status does not fit the stock quantity', 'stock-sync-for-keycrm' ),
			MismatchGroup::NotInKeyCrm => __( 'Not in KeyCRM', 'stock-sync-for-keycrm' ),
			MismatchGroup::OnlyInKeyCrm => __( 'Only in KeyCRM', 'stock-sync-for-keycrm' ),
			MismatchGroup::DuplicateInShop => __( 'Same SKU twice in the shop', 'stock-sync-for-keycrm' ),
			MismatchGroup::DuplicateInKeyCrm => __( 'Same SKU twice in KeyCRM', 'stock-sync-for-keycrm' ),
			MismatchGroup::NoSku => __( 'Without SKU in the shop', 'stock-sync-for-keycrm' ),
			MismatchGroup::NoSkuInKeyCrm => __( 'Without SKU in KeyCRM', 'stock-sync-for-keycrm' ),
			MismatchGroup::NotManaged => __( 'Stock management is off', 'stock-sync-for-keycrm' ),
			MismatchGroup::ManagedByParent => __( 'Stock is kept by the parent product', 'stock-sync-for-keycrm' ),
			MismatchGroup::Excluded => __( 'Left alone by you', 'stock-sync-for-keycrm' ),
		};
	}

	/** What it means to stand in the group, and what to do. */
	public function advice( MismatchGroup $group ): string {
		return match ( $group ) {
			MismatchGroup::NearMiss => __( 'These are probably the same products, but their SKUs are not spelled exactly alike, so their stock is not taken over. Copy the SKU from one side to the other.', 'stock-sync-for-keycrm' ),
			MismatchGroup::WrongStatus => __( 'The stock quantity of these is right, but their stock status is not the one that WooCommerce gives to it, as imports can leave it: a product that is there may be impossible to buy, or one with 0 may be on sale. Repair the stock status: WooCommerce then sets it anew, and the stock quantity stays.', 'stock-sync-for-keycrm' ),
			MismatchGroup::NotInKeyCrm => __( 'KeyCRM has no product with the SKU of these, so their number in the shop stays as it is. Write KeyCRM’s SKU into the product, have the products created in KeyCRM, or leave them alone.', 'stock-sync-for-keycrm' ),
			MismatchGroup::OnlyInKeyCrm => __( 'No product of the shop has the SKU of these, so they are not sold here. Have drafts of them created if they should be; otherwise there is nothing to do.', 'stock-sync-for-keycrm' ),
			MismatchGroup::DuplicateInShop => __( 'Several products of the shop share an SKU, so it is not clear which one KeyCRM means, and none is changed. Give each its own.', 'stock-sync-for-keycrm' ),
			MismatchGroup::DuplicateInKeyCrm => __( 'KeyCRM has several products with the same SKU, so it is not clear whose number counts, and nothing is changed. Give each its own in KeyCRM.', 'stock-sync-for-keycrm' ),
			MismatchGroup::NoSku => __( 'Products are found in KeyCRM by their SKU, and these have none, so their number stays as it is. Enter the SKU that KeyCRM has, or leave them alone.', 'stock-sync-for-keycrm' ),
			MismatchGroup::NoSkuInKeyCrm => __( 'These products in KeyCRM have no SKU, so no product of the shop can be matched with them. KeyCRM’s list of stock does not tell their names: look in KeyCRM for products without SKU.', 'stock-sync-for-keycrm' ),
			MismatchGroup::NotManaged => __( 'KeyCRM knows these, but WooCommerce keeps no stock quantity for them. Switch their stock management on: each gets KeyCRM’s stock quantity at once, and one with 0 is then shown as sold out. Where the plugin cannot do that, the list says why and what to do instead.', 'stock-sync-for-keycrm' ),
			MismatchGroup::ManagedByParent => __( 'These variations share one number with their product, so a number of their own has no place. Switch stock management on for the variation, or give the product itself the SKU from KeyCRM.', 'stock-sync-for-keycrm' ),
			MismatchGroup::Excluded => __( 'You have asked for these to be left alone, so KeyCRM’s numbers are not taken over. Products in a category that is left alone are not listed here.', 'stock-sync-for-keycrm' ),
		};
	}
}
