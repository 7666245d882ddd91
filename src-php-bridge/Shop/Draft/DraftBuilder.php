<?php
/**
 * Builds one draft with WooCommerce's classes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Draft;

defined( 'ABSPATH' ) || exit;

/** To be called within a transaction. WooCommerce throws for an SKU that is taken. */
final class DraftBuilder {

	/** What the product did not get. */
	public const NO_BARCODE = 'no_barcode';

	/** 0 until it is stored. */
	public int $product_id = 0;

	/** @var array<int, int> What is sold, by offer id: the product itself, or its variations. */
	public array $sold = array();

	/** @var array<int, list<string>> By offer id. */
	public array $left_out = array();

	/** @var list<int> All products and variations that were saved, so far as WooCommerce knows. */
	public array $ids = array();

	/** @var array<int, \WC_Product> By product id. */
	private array $products = array();

	/** @param \Closure(): void $assert_alive Throws if the transaction was lost. */
	public function __construct( private readonly \Closure $assert_alive ) {}

	/**
	 * @throws \WC_Data_Exception
	 * @throws DraftRefused
	 */
	public function build( NewDraft $draft ): void {
		if ( ! $draft->is_variable ) {
			$product = new \WC_Product_Simple();
			$product->set_name( $draft->name );
			$product->set_status( 'draft' );
			$product->set_category_ids( $draft->category_ids );
			$this->fill( $product, $draft->offers[0] );
			$this->product_id = $this->saved( $product );

			$this->sold[ $draft->offers[0]->offer_id ] = $this->product_id;
			return;
		}
		$parent = new \WC_Product_Variable();
		$parent->set_name( $draft->name );
		$parent->set_status( 'draft' );
		$parent->set_category_ids( $draft->category_ids );
		$parent->set_attributes( self::attributes( $draft ) );
		$this->product_id = $this->saved( $parent );
		foreach ( $draft->offers as $offer ) {
			$variation = new \WC_Product_Variation();
			$variation->set_parent_id( $this->product_id );
			// No shopper sees it before its product is published.
			$variation->set_status( 'publish' );
			$variation->set_attributes( self::values( $offer ) );
			$this->fill( $variation, $offer );
			$this->sold[ $offer->offer_id ] = $this->saved( $variation );
		}
	}

	/**
	 * @param array<int, float> $amounts By product id; a product without one keeps 0.
	 * @throws DraftRefused
	 */
	public function set_stock( array $amounts ): void {
		foreach ( $amounts as $id => $amount ) {
			$product = $this->products[ $id ] ?? null;
			if ( null !== $product ) {
				$product->set_stock_quantity( $amount );
				$this->saved( $product );
			}
		}
		if ( $this->products[ $this->product_id ] instanceof \WC_Product_Variable ) {
			\WC_Product_Variable::sync( $this->product_id );
		}
	}

	/** @return list<\WC_Product> All that were saved, as they were saved last. */
	public function products(): array {
		return array_values( $this->products );
	}

	private function fill( \WC_Product $product, NewDraftOffer $offer ): void {
		$product->set_sku( $offer->sku );
		$product->set_manage_stock( true );
		$product->set_stock_quantity( 0 );
		if ( null !== $offer->price ) {
			$product->set_regular_price( wc_format_decimal( $offer->price ) );
		}
		if ( null !== $offer->weight ) {
			$product->set_weight( wc_format_decimal( wc_get_weight( $offer->weight, get_option( 'woocommerce_weight_unit' ), 'kg' ), 6, true ) );
		}
		if ( '' !== $offer->barcode && ! $this->takes_barcode( $product, $offer->barcode ) ) {
			$this->left_out[ $offer->offer_id ][] = self::NO_BARCODE;
		}
	}

	/** WooCommerce has this field since 9.2. It refuses a barcode that another product has. */
	private function takes_barcode( \WC_Product $product, string $barcode ): bool {
		if ( ! is_callable( array( $product, 'set_global_unique_id' ) ) ) {
			return false;
		}
		try {
			$product->set_global_unique_id( $barcode );
			return true;
		} catch ( \WC_Data_Exception ) {
			return false;
		}
	}

	/** @throws DraftRefused */
	private function saved( \WC_Product $product ): int {
		$id = $product->save();
		if ( $id <= 0 ) {
			throw new DraftRefused( DraftRefused::NOT_STORED );
		}
		$this->ids[]           = $id;
		$this->products[ $id ] = $product;
		( $this->assert_alive )();
		return $id;
	}

	/** @return list<\WC_Product_Attribute> The product's own, so that no list of the shop's changes. */
	private static function attributes( NewDraft $draft ): array {
		$attributes = array();
		foreach ( $draft->properties() as $name => $values ) {
			$attribute = new \WC_Product_Attribute();
			$attribute->set_name( (string) $name );
			$attribute->set_options( array_map( self::option( ... ), $values ) );
			$attribute->set_position( count( $attributes ) );
			$attribute->set_visible( true );
			$attribute->set_variation( true );
			$attributes[] = $attribute;
		}
		return $attributes;
	}

	/** @return array<string, string> By WooCommerce's key of the attribute. */
	private static function values( NewDraftOffer $offer ): array {
		$values = array();
		foreach ( $offer->properties as [ 'name' => $name, 'value' => $value ] ) {
			$values[ sanitize_title( $name ) ] = self::option( $value );
		}
		return $values;
	}

	/** WooCommerce divides an attribute's values by this sign (WC_DELIMITER). */
	private static function option( string $value ): string {
		return trim( str_replace( '|', '/', $value ) );
	}
}
