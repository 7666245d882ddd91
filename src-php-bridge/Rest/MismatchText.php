<?php
/**
 * What is wrong with a mismatch, in the owner's words.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\ShopProduct;
use KeyCrmStock\Value\Mismatch;
use KeyCrmStock\Value\MismatchGroup;
use KeyCrmStock\Value\Outcome;
use KeyCrmStock\Value\Sku;
use KeyCrmStock\Value\SkuDifference;

final class MismatchText {

	/**
	 * How two SKUs differ that look like one, and why a product's stock management cannot be switched on here;
	 * '' for what is explained with its whole group.
	 */
	public function of( Mismatch $mismatch, ?ShopProduct $product ): string {
		$kind = (string) $product?->kind->why_not_switched_on();
		if ( MismatchGroup::NotManaged === $mismatch->group && '' !== $kind ) {
			return ( new ReasonText() )->of( Outcome::NotManaged, $kind );
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

	/** The group's name, as a file has it. */
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
}
