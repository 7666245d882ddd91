<?php
/**
 * A field of the plugin's that a product category can have.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Category;

defined( 'ABSPATH' ) || exit;

interface CategoryField {

	/** Its name in the form. */
	public function name(): string;

	public function label(): string;

	/** Whether the label comes after the field, as with a checkbox. */
	public function is_before_label(): bool;

	public function help(): string;

	/**
	 * @param int $category_id 0 for a new category.
	 * @return string HTML, escaped.
	 */
	public function input( int $category_id ): string;

	/**
	 * Called only after capability and nonce were checked.
	 *
	 * @param mixed $posted As in $_POST; null where the form had no such field.
	 */
	public function save( int $category_id, mixed $posted ): void;
}
