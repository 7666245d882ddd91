<?php
/**
 * The shop's categories and currency.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Draft;

defined( 'ABSPATH' ) || exit;

final class ShopTerms {

	/** @return list<array{id: int, name: string, parent_id: int}> 0 is the parent of none. */
	public function categories(): array {
		$terms = get_terms(
			array(
				'taxonomy'   => 'product_cat',
				'hide_empty' => false,
			)
		);
		$found = array();
		foreach ( is_array( $terms ) ? $terms : array() as $term ) {
			if ( $term instanceof \WP_Term ) {
				$found[] = array(
					'id'        => $term->term_id,
					'name'      => trim( html_entity_decode( $term->name, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ),
					'parent_id' => $term->parent,
				);
			}
		}
		return $found;
	}

	public function currency(): string {
		return get_woocommerce_currency();
	}
}
