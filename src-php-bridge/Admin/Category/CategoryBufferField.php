<?php
/**
 * The buffer of a product category.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Category;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Admin\Field\BufferInput;
use KeyCrmStock\Value\Stock\Buffer;

final class CategoryBufferField implements CategoryField {

	public function name(): string {
		return 'keycrm_stock_category_buffer';
	}

	public function label(): string {
		return BufferInput::label();
	}

	public function is_before_label(): bool {
		return false;
	}

	public function help(): string {
		return __( 'Pieces of each product in this category, and in those below it, that are not offered here, whatever KeyCRM has. A product may have its own number. In several categories the largest counts. Empty: as the category above, or else the shop (WooCommerce → KeyCRM stock → Settings).', 'stock-sync-for-keycrm' );
	}

	public function input( int $category_id ): string {
		return sprintf(
			'<input type="number" min="0" max="1000000" step="1" id="%1$s" name="%1$s" value="%2$s" style="width: 8em">',
			esc_attr( $this->name() ),
			esc_attr( BufferInput::shown( get_term_meta( $category_id, Buffer::META_KEY, true ) ) )
		);
	}

	public function save( int $category_id, mixed $posted ): void {
		$input = BufferInput::from_form( $posted );
		if ( null !== $input ) {
			'' === $input->text ? delete_term_meta( $category_id, Buffer::META_KEY ) : update_term_meta( $category_id, Buffer::META_KEY, $input->text );
		}
	}
}
