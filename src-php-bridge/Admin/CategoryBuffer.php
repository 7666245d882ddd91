<?php
/**
 * The buffer of a product category, on the screens where categories are made and edited.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Buffer;

final class CategoryBuffer {

	private const FIELD = 'keycrm_stock_category_buffer';

	private const NONCE = 'keycrm_stock_category_nonce';

	public function register(): void {
		add_action( 'product_cat_add_form_fields', fn () => $this->show_on_new() );
		add_action( 'product_cat_edit_form_fields', fn ( \WP_Term $category ) => $this->show( $category ) );
		// Also called when other programs save a category; without our field nothing happens.
		add_action( 'created_product_cat', fn ( int $id ) => $this->save( $id ) );
		add_action( 'edited_product_cat', fn ( int $id ) => $this->save( $id ) );
	}

	private function show_on_new(): void {
		printf(
			'<div class="form-field"><label for="%1$s">%2$s</label>%3$s<p>%4$s</p></div>',
			esc_attr( self::FIELD ),
			esc_html( BufferInput::label() ),
			$this->input( '' ), // Escaped below.
			esc_html( $this->help() )
		);
	}

	private function show( \WP_Term $category ): void {
		printf(
			'<tr class="form-field"><th scope="row"><label for="%1$s">%2$s</label></th><td>%3$s<p class="description">%4$s</p></td></tr>',
			esc_attr( self::FIELD ),
			esc_html( BufferInput::label() ),
			$this->input( BufferInput::shown( get_term_meta( $category->term_id, Buffer::META_KEY, true ) ) ), // Escaped below.
			esc_html( $this->help() )
		);
	}

	private function input( string $value ): string {
		return sprintf(
			'<input type="number" min="0" max="1000000" step="1" id="%1$s" name="%1$s" value="%2$s" style="width: 8em">%3$s',
			esc_attr( self::FIELD ),
			esc_attr( $value ),
			wp_nonce_field( self::NONCE, self::NONCE, false, false )
		);
	}

	private function help(): string {
		return __( 'Pieces of each product in this category, and in those below it, that are not offered here, whatever KeyCRM has. A product may have its own number. In several categories the largest counts. Empty: as the category above, or else the shop (WooCommerce → KeyCRM stock → Settings).', 'stock-sync-for-keycrm' );
	}

	private function save( int $category_id ): void {
		$nonce = $_POST[ self::NONCE ] ?? null;
		$input = BufferInput::of( $_POST[ self::FIELD ] ?? null );
		if ( null === $input || ! is_string( $nonce ) || false === wp_verify_nonce( sanitize_key( $nonce ), self::NONCE ) || ! current_user_can( 'edit_term', $category_id ) ) {
			return;
		}
		'' === $input->text ? delete_term_meta( $category_id, Buffer::META_KEY ) : update_term_meta( $category_id, Buffer::META_KEY, $input->text );
	}
}
