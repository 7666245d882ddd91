<?php
/**
 * A product that is to be made in the shop, as a draft.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Draft;

defined( 'ABSPATH' ) || exit;

final class NewDraft {

	/**
	 * @param list<int>                     $category_ids
	 * @param non-empty-list<NewDraftOffer> $offers      One for a simple product; else its variations.
	 * @param bool                          $is_variable Whether the offers are variations.
	 */
	public function __construct(
		public readonly string $name,
		public readonly array $category_ids,
		public readonly array $offers,
		public readonly bool $is_variable,
	) {}

	/** @return array<string, list<string>> The values of each property, in order of appearance. */
	public function properties(): array {
		$values = array();
		foreach ( $this->offers as $offer ) {
			foreach ( $offer->properties as [ 'name' => $name, 'value' => $value ] ) {
				$values[ $name ] = array_values( array_unique( array( ...$values[ $name ] ?? array(), $value ) ) );
			}
		}
		return $values;
	}
}
