<?php
/**
 * Shows and saves one of our fields where product categories are created and edited.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Category;

defined( 'ABSPATH' ) || exit;

final class CategoryForm {

	private readonly string $nonce;

	public function __construct( private readonly CategoryField $field ) {
		$this->nonce = $field->name() . '_nonce';
	}

	public function register(): void {
		add_action( 'product_cat_add_form_fields', fn () => $this->show_on_new() );
		add_action( 'product_cat_edit_form_fields', fn ( \WP_Term $category ) => $this->show( $category ) );
		// Also called when another program saves a category. Without our field, nothing happens.
		add_action( 'created_product_cat', fn ( int $id ) => $this->save( $id ) );
		add_action( 'edited_product_cat', fn ( int $id ) => $this->save( $id ) );
	}

	private function show_on_new(): void {
		$input = $this->input( 0 ); // Escaped there.
		printf(
			'<div class="form-field"><label for="%1$s">%3$s%2$s</label>%4$s<p>%5$s</p></div>',
			esc_attr( $this->field->name() ),
			esc_html( $this->field->label() ),
			$this->field->is_before_label() ? "$input " : '',
			$this->field->is_before_label() ? '' : $input,
			esc_html( $this->field->help() )
		);
	}

	private function show( \WP_Term $category ): void {
		printf(
			'<tr class="form-field"><th scope="row"><label for="%1$s">%2$s</label></th><td>%3$s<p class="description">%4$s</p></td></tr>',
			esc_attr( $this->field->name() ),
			esc_html( $this->field->label() ),
			$this->input( $category->term_id ), // Escaped there.
			esc_html( $this->field->help() )
		);
	}

	private function input( int $category_id ): string {
		return $this->field->input( $category_id ) . wp_nonce_field( $this->nonce, $this->nonce, false, false );
	}

	private function save( int $category_id ): void {
		$nonce = $_POST[ $this->nonce ] ?? null;
		if ( is_string( $nonce ) && false !== wp_verify_nonce( sanitize_key( $nonce ), $this->nonce ) && current_user_can( 'edit_term', $category_id ) ) {
			$this->field->save( $category_id, $_POST[ $this->field->name() ] ?? null );
		}
	}
}
