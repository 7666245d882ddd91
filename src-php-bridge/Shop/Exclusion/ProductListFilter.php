<?php
/**
 * Conditions that filter WordPress's list of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Exclusion;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\Translations;

/** A product is shown if it, one of its variations, or a translation of either fits. */
final class ProductListFilter {

	public function __construct(
		private readonly Database $database,
		private readonly Translations $translations,
		private readonly ExcludedCategories $left_alone,
	) {}

	/** @return string For the WHERE of WP_Query. */
	public function left_alone(): string {
		return $this->products( "one.ID IN ( {$this->left()} )" );
	}

	/** @param string $question A query for ids of products and variations; excluded ones are ignored. */
	public function among( string $question ): string {
		$left = $this->left();
		return $this->products( "one.ID IN ( {$this->translations->with_translations( $question )} ) AND one.ID NOT IN ( {$left} ) AND one.post_parent NOT IN ( {$left} )" );
	}

	private function products( string $which ): string {
		return " AND {$this->database->names->posts}.ID IN (
			SELECT CASE WHEN one.post_type = 'product_variation' THEN one.post_parent ELSE one.ID END
			FROM {$this->database->names->posts} one WHERE one.post_type IN ( 'product', 'product_variation' ) AND one.post_status <> 'trash' AND {$which} )";
	}

	private function left(): string {
		$mark       = Catalogue::EXCLUDED;
		$categories = Database::in( $this->left_alone->categories() );
		return $this->translations->with_translations(
			"SELECT m.post_id FROM {$this->database->names->postmeta} m
			JOIN {$this->database->names->posts} p ON p.ID = m.post_id AND p.post_status <> 'trash' WHERE m.meta_key = '{$mark}' AND m.meta_value = 'yes'
			UNION SELECT tr.object_id FROM {$this->database->names->term_relationships} tr
			JOIN {$this->database->names->posts} p ON p.ID = tr.object_id AND p.post_status <> 'trash'
			JOIN {$this->database->names->term_taxonomy} tt ON tt.term_taxonomy_id = tr.term_taxonomy_id AND tt.taxonomy = 'product_cat' WHERE tt.term_id IN ( {$categories} )"
		);
	}
}
