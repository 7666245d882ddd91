<?php
/**
 * A product whose variations are sold.
 */

declare(strict_types=1);

class WC_Product_Variable extends WC_Product {
	/** @var list<int>|null */
	protected $children = null;

	/** @var list<int>|null */
	protected $visible_children = null;

	public function get_type() {
		return 'variable';
	}

	public function get_children( $visible_only = '' ) {
		$this->read_children_once();
		return apply_filters( 'woocommerce_get_children', $this->children, $this, false );
	}

	public function get_visible_children() {
		$this->read_children_once();
		return apply_filters( 'woocommerce_get_children', $this->visible_children, $this, true );
	}

	private function read_children_once(): void {
		if ( null === $this->children || null === $this->visible_children ) {
			$found = $this->data_store->read_children( $this );
			$this->set_children( $found['all'] );
			$this->set_visible_children( $found['visible'] );
		}
	}

	public function set_children( $children ) {
		$this->children = array_filter( wp_parse_id_list( (array) $children ) );
	}

	public function set_visible_children( $visible_children ) {
		$this->visible_children = array_filter( wp_parse_id_list( (array) $visible_children ) );
	}

	public function get_downloadable( $context = 'view' ) {
		return false;
	}

	public function get_virtual( $context = 'view' ) {
		return false;
	}

	public function child_is_in_stock() {
		return $this->data_store->child_is_in_stock( $this );
	}

	public function child_is_on_backorder() {
		return $this->data_store->child_has_stock_status( $this, 'onbackorder' );
	}

	/** If the parent does not manage stock, its status follows from its variations. */
	public function validate_props() {
		parent::validate_props();
		if ( ! $this->get_manage_stock() ) {
			$this->data_store->sync_stock_status( $this );
		}
	}

	protected function before_data_store_save_or_update() {
		return array(
			'previous_name' => $this->data['name'],
			'new_name'      => $this->get_name( 'edit' ),
		);
	}

	protected function after_data_store_save_or_update( $state ) {
		$this->data_store->sync_variation_names( $this, $state['previous_name'], $state['new_name'] );
		$this->data_store->sync_managed_variation_stock_status( $this );
	}

	public static function sync( $product, $save = true ) {
		$product = $product instanceof WC_Product ? $product : wc_get_product( $product );
		if ( $product instanceof self ) {
			$store = WC_Data_Store::load( 'product-variable' );
			$store->sync_price( $product );
			$store->sync_stock_status( $product );
			do_action( 'woocommerce_variable_product_sync_data', $product );
			if ( $save ) {
				$product->save();
			}
			wc_do_deprecated_action( 'woocommerce_variable_product_sync', array( $product->get_id(), $product->get_visible_children() ), '3.0' );
		}
		return $product;
	}

	public static function sync_stock_status( $product, $save = true ) {
		$product = $product instanceof WC_Product ? $product : wc_get_product( $product );
		if ( $product instanceof self ) {
			WC_Data_Store::load( 'product-variable' )->sync_stock_status( $product );
			if ( $save ) {
				$product->save();
			}
		}
		return $product;
	}
}
