<?php
/**
 * The buffer of one product or variation, among its fields for stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\ProductEdit;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Admin\Field\BufferInput;
use KeyCrmStock\Value\Stock\Buffer;

/** WooCommerce checks nonce and capability before it calls the two saving methods, and stores the product afterwards. */
final class ProductBufferField {

	private const FIELD = 'keycrm_stock_buffer';

	/** Variations are edited on their parent's screen; each field carries the variation's index. */
	private const FIELD_OF_VARIATION = 'keycrm_stock_variation_buffer';

	public function register(): void {
		add_action( 'woocommerce_product_options_inventory_product_data', fn () => $this->show() );
		add_action( 'woocommerce_variation_options_inventory', fn ( int $place, mixed $data, \WP_Post $variation ) => $this->show_of_variation( $place, $variation ), 10, 3 );
		add_action( 'woocommerce_admin_process_product_object', fn ( \WC_Data $product ) => $this->save( $product, $this->posted( self::FIELD ) ) );
		add_action( 'woocommerce_admin_process_variation_object', fn ( \WC_Data $variation, int $place ) => $this->save( $variation, $this->posted( self::FIELD_OF_VARIATION, $place ) ), 10, 2 );
	}

	private function show(): void {
		global $post;
		$help = __( 'Pieces of this product that are not offered here, whatever KeyCRM has. Its variations have the same buffer unless they have their own. Empty: as its category says, or else the shop (WooCommerce → KeyCRM stock → Settings).', 'stock-sync-for-keycrm' );
		// Not in the group that WooCommerce hides while "Track stock" is off, because variations may keep stock of their own.
		echo '<div class="options_group">';
		$this->field( self::FIELD, self::FIELD, $post instanceof \WP_Post ? $post->ID : 0, $help, '' );
		echo '</div>';
	}

	private function show_of_variation( int $place, \WP_Post $variation ): void {
		$help = __( 'Pieces of this variation that are not offered here, whatever KeyCRM has. Empty: as its product.', 'stock-sync-for-keycrm' );
		$this->field( self::FIELD_OF_VARIATION . $place, self::FIELD_OF_VARIATION . "[$place]", $variation->ID, $help, 'form-row form-row-first' );
	}

	private function field( string $id, string $name, int $post_id, string $help, string $wrapper ): void {
		woocommerce_wp_text_input(
			array(
				'id'                => $id,
				'name'              => $name,
				'value'             => BufferInput::shown( get_post_meta( $post_id, Buffer::META_KEY, true ) ),
				'label'             => BufferInput::label(),
				'description'       => $help,
				'desc_tip'          => true,
				'type'              => 'number',
				'wrapper_class'     => $wrapper,
				'custom_attributes' => array(
					'min'  => '0',
					'max'  => '1000000',
					'step' => '1',
				),
			)
		);
	}

	/** @return mixed Null where the form had no such field. */
	private function posted( string $field, ?int $place = null ): mixed {
		$posted = $_POST[ $field ] ?? null; // WooCommerce has checked the nonce of the form that this field is in.
		return null === $place ? $posted : ( is_array( $posted ) ? $posted[ $place ] ?? null : null );
	}

	private function save( \WC_Data $product, mixed $posted ): void {
		$input = BufferInput::from_form( $posted );
		if ( null === $input ) {
			if ( null !== $posted ) {
				\WC_Admin_Meta_Boxes::add_error( BufferInput::refusal() );
			}
			return;
		}
		'' === $input->text ? $product->delete_meta_data( Buffer::META_KEY ) : $product->update_meta_data( Buffer::META_KEY, $input->text );
	}
}
