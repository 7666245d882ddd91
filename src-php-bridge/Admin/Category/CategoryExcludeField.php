<?php
/**
 * Excludes a whole product category from the sync.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Category;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Admin\Field\ExcludeInput;
use KeyCrmStock\Shop\Catalogue\Catalogue;

final class CategoryExcludeField implements CategoryField {

	public function name(): string {
		return 'keycrm_stock_category_exclude';
	}

	public function label(): string {
		return ExcludeInput::label();
	}

	public function is_before_label(): bool {
		return true;
	}

	public function help(): string {
		return __( 'The stock of every product in this category, and in those below it, stays as it is here, whatever KeyCRM has; also where a product is in other categories too. It counts from the next sync on.', 'stock-sync-for-keycrm' );
	}

	public function input( int $category_id ): string {
		return ExcludeInput::html( $this->name(), $this->name(), 'yes' === get_term_meta( $category_id, Catalogue::EXCLUDED, true ) );
	}

	public function save( int $category_id, mixed $posted ): void {
		$input = ExcludeInput::from_form( $posted );
		if ( null !== $input ) {
			ExcludeInput::Yes === $input ? update_term_meta( $category_id, Catalogue::EXCLUDED, 'yes' ) : delete_term_meta( $category_id, Catalogue::EXCLUDED );
		}
	}
}
