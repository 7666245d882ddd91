<?php
/**
 * A product: its properties, the rules between them, and saving.
 */

declare(strict_types=1);

class WC_Product extends WC_Data {
	use \WooStandIn\Products\HasStockProps;
	use \WooStandIn\Products\HasPriceProps;
	use \WooStandIn\Products\HasCatalogueProps;
	use \WooStandIn\Products\AnswersQuestions;

	/** @var string */
	protected $object_type = 'product';

	/** @var string */
	protected $post_type = 'product';

	/** @var string */
	protected $cache_group = 'products';

	/** @var list<string> */
	protected $supports = array();

	/** @var array<string, mixed> */
	protected $data = array(
		'name'               => '',
		'slug'               => '',
		'date_created'       => null,
		'date_modified'      => null,
		'status'             => false,
		'featured'           => false,
		'catalog_visibility' => 'visible',
		'description'        => '',
		'short_description'  => '',
		'sku'                => '',
		'global_unique_id'   => '',
		'price'              => '',
		'regular_price'      => '',
		'sale_price'         => '',
		'date_on_sale_from'  => null,
		'date_on_sale_to'    => null,
		'total_sales'        => '0',
		'tax_status'         => 'taxable',
		'tax_class'          => '',
		'manage_stock'       => false,
		'stock_quantity'     => null,
		'stock_status'       => 'instock',
		'backorders'         => 'no',
		'low_stock_amount'   => '',
		'sold_individually'  => false,
		'weight'             => '',
		'length'             => '',
		'width'              => '',
		'height'             => '',
		'upsell_ids'         => array(),
		'cross_sell_ids'     => array(),
		'parent_id'          => 0,
		'reviews_allowed'    => true,
		'purchase_note'      => '',
		'attributes'         => array(),
		'default_attributes' => array(),
		'menu_order'         => 0,
		'post_password'      => '',
		'virtual'            => false,
		'downloadable'       => false,
		'category_ids'       => array(),
		'tag_ids'            => array(),
		'brand_ids'          => array(),
		'shipping_class_id'  => 0,
		'downloads'          => array(),
		'image_id'           => '',
		'gallery_image_ids'  => array(),
		'download_limit'     => -1,
		'download_expiry'    => -1,
		'rating_counts'      => array(),
		'average_rating'     => 0,
		'review_count'       => 0,
	);

	public function __construct( $product = 0 ) {
		parent::__construct( $product );
		$id = $product instanceof self ? $product->get_id() : ( is_object( $product ) ? $product->ID ?? 0 : $product );
		if ( (int) $id > 0 ) {
			$this->set_id( $id );
		} else {
			$this->set_object_read( true );
		}
		$this->data_store = WC_Data_Store::load( 'product-' . $this->get_type() );
		if ( $this->get_id() > 0 ) {
			$this->data_store->read( $this );
		}
	}

	/** @return array<string, string> */
	protected function plain_props(): array {
		return \WooStandIn\Products\PlainValues::ALL;
	}

	public function get_type() {
		return 'simple';
	}

	/** Without stock management there is no quantity. With it, the quantity determines the status. */
	public function validate_props() {
		if ( ! $this->get_manage_stock() ) {
			$this->set_stock_quantity( '' );
			$this->set_backorders( 'no' );
			$this->set_low_stock_amount( '' );
			return;
		}
		$threshold = abs( (float) get_option( 'woocommerce_notify_no_stock_amount', 0 ) );
		$when_out  = 'no' === $this->get_backorders() ? 'outofstock' : 'onbackorder';
		$this->set_stock_status( (float) $this->get_stock_quantity() > $threshold ? 'instock' : $when_out );
	}

	public function save() {
		$this->validate_props();
		do_action( 'woocommerce_before_product_object_save', $this, $this->data_store );
		$state   = $this->before_data_store_save_or_update();
		$changes = $this->get_id() > 0 ? $this->get_changes() : null;
		$this->store();
		$this->after_data_store_save_or_update( $state );
		if ( array() !== $changes ) {
			\WooStandIn\Products\AttributeLookup::product_changed( $this->get_id(), $changes );
		}
		do_action( 'woocommerce_after_product_object_save', $this, $this->data_store );
		return $this->get_id();
	}

	protected function before_data_store_save_or_update() {
		return null;
	}

	protected function after_data_store_save_or_update( $state ) {
		$this->maybe_defer_product_sync();
	}

	public function delete( $force_delete = false ) {
		$id      = $this->get_id();
		$deleted = parent::delete( $force_delete );
		if ( $deleted ) {
			$this->maybe_defer_product_sync();
			\WooStandIn\Products\AttributeLookup::product_deleted( $id );
		}
		return $deleted;
	}

	/** The parent must be synced with its children at the end of the request. */
	protected function maybe_defer_product_sync() {
		if ( $this->get_parent_id() ) {
			wc_deferred_product_sync( $this->get_parent_id() );
		}
	}
}
