<?php
/**
 * The checkbox that excludes one product or variation, on the product's edit screen.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\ProductEdit;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Admin\Field\ExcludeInput;
use KeyCrmStock\Contained;
use KeyCrmStock\Shop\Exclusion\ExclusionMarks;

/** WooCommerce checks nonce and capability before it calls the two saving methods. */
final class ProductExcludeField {

	private const FIELD = 'keycrm_stock_exclude';

	/** Variations are edited on their parent's screen; each field carries the variation's index. */
	private const FIELD_OF_VARIATION = 'keycrm_stock_variation_exclude';

	/** @param \Closure(): ExclusionMarks $exclusion */
	public function __construct( private readonly \Closure $exclusion ) {}

	public function register(): void {
		add_action( 'woocommerce_product_options_inventory_product_data', fn () => $this->show() );
		add_action( 'woocommerce_variation_options', fn ( int $place, mixed $data, \WP_Post $variation ) => $this->show_of_variation( $place, $variation->ID ), 10, 3 );
		// WooCommerce checked the nonce of the form that these fields are in.
		add_action( 'woocommerce_admin_process_product_object', fn ( \WC_Data $product ) => $this->save( $product->get_id(), $_POST[ self::FIELD ] ?? null ) );
		add_action( 'woocommerce_admin_process_variation_object', fn ( \WC_Data $variation, int $place ) => $this->save( $variation->get_id(), $this->posted_of_variation( $place ) ), 10, 2 );
	}

	private function show(): void {
		global $post;
		$marked = $post instanceof \WP_Post ? $this->is_marked( $post->ID ) : null;
		if ( null !== $marked ) {
			printf(
				'<div class="options_group"><p class="form-field"><label for="%s">%s</label>%s<span class="description">%s</span></p></div>',
				esc_attr( self::FIELD ),
				esc_html( ExcludeInput::label() ),
				ExcludeInput::html( self::FIELD, self::FIELD, $marked ), // Escaped there.
				esc_html__( 'Its stock, and that of all its variations, stays as it is here, whatever KeyCRM has. Translations are left alone with it.', 'stock-sync-for-keycrm' )
			);
		}
	}

	private function show_of_variation( int $place, int $variation_id ): void {
		$marked = $this->is_marked( $variation_id );
		null === $marked || printf(
			'<label class="tips" data-tip="%s">%s %s</label>',
			esc_attr__( 'The stock of this variation stays as it is here, whatever KeyCRM has. To leave all of them alone, tick the box of the product (Inventory).', 'stock-sync-for-keycrm' ),
			esc_html( ExcludeInput::label() ),
			ExcludeInput::html( self::FIELD_OF_VARIATION . "[$place]", self::FIELD_OF_VARIATION . $place, $marked ) // Escaped there.
		);
	}

	/** Null where the mark cannot be read: then no checkbox is shown, because an unticked one would be saved as “no”. */
	private function is_marked( int $id ): ?bool {
		return Contained::call( 'product form', fn (): bool => ( $this->exclusion )()->marks( array( $id ) )[ $id ] );
	}

	private function posted_of_variation( int $place ): mixed {
		$posted = $_POST[ self::FIELD_OF_VARIATION ] ?? null; // Of the form that WooCommerce has checked.
		return is_array( $posted ) ? $posted[ $place ] ?? null : null;
	}

	private function save( int $id, mixed $posted ): void {
		$input = ExcludeInput::from_form( $posted );
		$saved = null === $input ? true : Contained::call(
			'product form',
			function () use ( $input, $id ): bool {
				$input->apply( ( $this->exclusion )(), $id );
				return true;
			}
		);
		if ( null === $saved ) {
			\WC_Admin_Meta_Boxes::add_error( __( 'The mark “Leave alone in KeyCRM sync” was not saved, because the database did not answer as it should. Save the product again.', 'stock-sync-for-keycrm' ) );
		}
	}
}
