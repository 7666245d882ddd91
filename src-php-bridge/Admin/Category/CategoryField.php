<?php
/**
 * Something of ours that a product category can carry.
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

	/** Whether the label stands behind it, as beside a box to tick. */
	public function is_before_label(): bool;

	public function help(): string;

	/**
	 * @param int $category_id 0 for one that is still to be made.
	 * @return string HTML, escaped.
	 */
	public function input( int $category_id ): string;

	/**
	 * Only called for those who may edit the category, with a form of ours.
	 *
	 * @param mixed $posted As it lies in $_POST; null where the form had no such field.
	 */
	public function save( int $category_id, mixed $posted ): void;
}
