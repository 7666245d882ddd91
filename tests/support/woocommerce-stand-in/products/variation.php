<?php
/**
 * A variation of a variable product. It takes missing values from its parent.
 */

declare(strict_types=1);

class WC_Product_Variation extends WC_Product_Simple {
	/** @var string */
	protected $post_type = 'product_variation';

	/** @var array<string, mixed> Values of the parent, as they were when the variation was read. */
	protected $parent_data = array(
		'title'              => '',
		'status'             => '',
		'sku'                => '',
		'manage_stock'       => 'no',
		'backorders'         => 'no',
		'stock_quantity'     => '',
		'weight'             => '',
		'length'             => '',
		'width'              => '',
		'height'             => '',
		'tax_class'          => '',
		'shipping_class_id'  => 0,
		'image_id'           => 0,
		'purchase_note'      => '',
		'catalog_visibility' => 'visible',
	);

	public function __construct( $product = 0 ) {
		$this->data['tax_class']         = 'parent';
		$this->data['attribute_summary'] = '';
		parent::__construct( $product );
	}

	protected function get_hook_prefix() {
		return 'woocommerce_product_variation_get_';
	}

	public function get_type() {
		return 'variation';
	}

	public function get_parent_data() {
		return $this->parent_data;
	}

	public function set_parent_data( $parent_data ) {
		$this->parent_data = array_merge( $this->parent_data, $parent_data );
	}

	/** @return bool|string 'parent' where the variation itself does not manage stock and the parent does. */
	public function get_manage_stock( $context = 'view' ) {
		$own = $this->get_prop( 'manage_stock', $context );
		return 'view' === $context && false === $own && wc_string_to_bool( $this->parent_data['manage_stock'] ) ? 'parent' : $own;
	}

	public function get_stock_managed_by_id() {
		return 'parent' === $this->get_manage_stock() ? $this->get_parent_id() : $this->get_id();
	}

	public function get_stock_quantity( $context = 'view' ) {
		return $this->own_or_parents( 'stock_quantity', $context, 'view' === $context && 'parent' === $this->get_manage_stock() );
	}

	public function get_backorders( $context = 'view' ) {
		return $this->own_or_parents( 'backorders', $context, 'view' === $context && 'parent' === $this->get_manage_stock() );
	}

	public function get_sku( $context = 'view' ) {
		return $this->own_or_parents( 'sku', $context, empty( $this->get_prop( 'sku', $context ) ) );
	}

	public function get_weight( $context = 'view' ) {
		return $this->own_or_parents( 'weight', $context, empty( $this->get_prop( 'weight', $context ) ) );
	}

	public function get_image_id( $context = 'view' ) {
		return $this->own_or_parents( 'image_id', $context, ! $this->get_prop( 'image_id', $context ) );
	}

	public function get_shipping_class_id( $context = 'view' ) {
		return $this->own_or_parents( 'shipping_class_id', $context, ! $this->get_prop( 'shipping_class_id', $context ) );
	}

	public function get_purchase_note( $context = 'view' ) {
		return $this->own_or_parents( 'purchase_note', $context, empty( $this->get_prop( 'purchase_note', $context ) ) );
	}

	public function get_tax_class( $context = 'view' ) {
		$own = $this->get_prop( 'tax_class', 'edit' );
		return 'edit' !== $context && 'parent' === $own ? $this->parent_data['tax_class'] : $own;
	}

	public function get_catalog_visibility( $context = 'view' ) {
		return apply_filters( $this->get_hook_prefix() . 'catalog_visibility', $this->parent_data['catalog_visibility'], $this );
	}

	private function own_or_parents( string $prop, string $context, bool $has_none ): mixed {
		if ( 'view' === $context && $has_none ) {
			return apply_filters( $this->get_hook_prefix() . $prop, $this->parent_data[ $prop ], $this );
		}
		return $this->get_prop( $prop, $context );
	}

	public function get_title() {
		return apply_filters( 'woocommerce_product_title', $this->parent_data['title'], $this );
	}

	/** A variation's attributes are one text each, by the attribute's slug. */
	public function set_attributes( $raw_attributes ) {
		$attributes = array();
		foreach ( (array) $raw_attributes as $key => $value ) {
			$attributes[ preg_replace( '/^attribute_/', '', (string) $key ) ] = $value;
		}
		$this->set_prop( 'attributes', $attributes );
	}

	public function get_variation_attributes( $with_prefix = true ) {
		$attributes = array();
		foreach ( $this->get_attributes() as $key => $value ) {
			$attributes[ ( $with_prefix ? 'attribute_' : '' ) . $key ] = $value;
		}
		return $attributes;
	}

	public function get_permalink( $item_object = null ) {
		return add_query_arg( array_map( 'rawurlencode', array_filter( $this->get_variation_attributes() ) ), get_permalink( $this->get_parent_id() ) );
	}

	public function variation_is_visible() {
		$visible = 'publish' === get_post_status( $this->get_id() ) && '' !== $this->get_price();
		return apply_filters( 'woocommerce_variation_is_visible', $visible, $this->get_id(), $this->get_parent_id(), $this );
	}

	protected function get_valid_tax_classes() {
		return array( ...parent::get_valid_tax_classes(), 'parent' );
	}
}
