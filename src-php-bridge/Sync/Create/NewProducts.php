<?php
/**
 * Turns cards of the shop's products into what KeyCRM is asked to make.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Product\NewOffer;
use KeyCrmStock\KeyCrm\Product\NewProduct;
use KeyCrmStock\Shop\Card\ProductCard;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Creation;

/** Stock is not sent: KeyCRM books it in a warehouse, by another request. */
final class NewProducts {

	public function product( ProductCard $card, Change $row, bool $with_suffix ): NewProduct {
		return new NewProduct(
			self::name( $card, $with_suffix ),
			$card->sku,
			$card->barcode,
			$card->price,
			$card->currency,
			$card->weight,
			$card->pictures,
			self::category( $row )
		);
	}

	/** The product that variations share. It gets no SKU: its offers carry theirs, and a second one would be sold by itself. */
	public function shared( ProductCard $variation, Change $row, bool $with_suffix ): NewProduct {
		return new NewProduct(
			self::name( $variation, $with_suffix ),
			currency: $variation->currency,
			pictures: $variation->parent_pictures,
			category_id: self::category( $row )
		);
	}

	public function offer( ProductCard $card, bool $with_name ): NewOffer {
		return new NewOffer(
			$card->sku,
			$card->barcode,
			$card->price,
			$card->weight,
			$card->pictures[0] ?? '',
			$card->properties,
			$with_name ? implode( ' ', array( $card->name, ...array_column( $card->properties, 'value' ) ) ) : ''
		);
	}

	/** A product without a name cannot be made, so it is called by its SKU. */
	public static function name( ProductCard $card, bool $with_suffix ): string {
		$sku = '' === $card->parent_sku ? $card->sku : $card->parent_sku;
		return match ( true ) {
			'' === $card->name => $sku,
			$with_suffix => "{$card->name} ($sku)",
			default => $card->name,
		};
	}

	private static function category( Change $row ): int {
		return Creation::from_parts( $row->parts )->category_id ?? 0;
	}
}
