<?php
/**
 * The box that leaves all products of a category alone, on the screens where categories are made and edited.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue;

final class CategoryLeaveAlone {

	private const FIELD = 'keycrm_stock_category_exclude';

	private const NONCE = 'keycrm_stock_exclude_nonce';

	public function register(): void {
		add_action( 'product_cat_add_form_fields', fn () => $this->show_on_new() );
		add_action( 'product_cat_edit_form_fields', fn ( \WP_Term $category ) => $this->show( $category ) );
		// Also called when other programs save a category; without our field nothing happens.
		add_action( 'created_product_cat', fn ( int $id ) => $this->save( $id ) );
		add_action( 'edited_product_cat', fn ( int $id ) => $this->save( $id ) );
	}

	private function show_on_new(): void {
		printf(
			'<div class="form-field"><label for="%1$s">%3$s %2$s</label><p>%4$s</p></div>',
			esc_attr( self::FIELD ),
			esc_html( LeaveAloneInput::label() ),
			$this->input( false ), // Escaped there.
			esc_html( $this->help() )
		);
	}

	private function show( \WP_Term $category ): void {
		printf(
			'<tr class="form-field"><th scope="row"><label for="%1$s">%2$s</label></th><td>%3$s<p class="description">%4$s</p></td></tr>',
			esc_attr( self::FIELD ),
			esc_html( LeaveAloneInput::label() ),
			$this->input( 'yes' === get_term_meta( $category->term_id, Catalogue::EXCLUDED, true ) ), // Escaped there.
			esc_html( $this->help() )
		);
	}

	private function input( bool $checked ): string {
		return LeaveAloneInput::html( self::FIELD, self::FIELD, $checked ) . wp_nonce_field( self::NONCE, self::NONCE, false, false );
	}

	private function help(): string {
		return __( 'The stock of every product in this category, and in those below it, stays as it is here, whatever KeyCRM has; also where a product is in other categories too. It counts from the next check on.', 'stock-sync-for-keycrm' );
	}

	private function save( int $category_id ): void {
		$nonce = $_POST[ self::NONCE ] ?? null;
		$input = LeaveAloneInput::of( $_POST[ self::FIELD ] ?? null );
		if ( null === $input || ! is_string( $nonce ) || false === wp_verify_nonce( sanitize_key( $nonce ), self::NONCE ) || ! current_user_can( 'edit_term', $category_id ) ) {
			return;
		}
		LeaveAloneInput::Yes === $input ? update_term_meta( $category_id, Catalogue::EXCLUDED, 'yes' ) : delete_term_meta( $category_id, Catalogue::EXCLUDED );
	}
}
