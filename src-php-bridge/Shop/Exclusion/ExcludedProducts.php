<?php
/**
 * Lists the products and variations that carry the owner's mark "excluded".
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Exclusion;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\CatalogueRows;

/** Only those that carry the mark themselves: not variations of a marked product, nor products of a marked category. */
final class ExcludedProducts {

	public function __construct( private readonly Database $database ) {}

	public function count(): int {
		return (int) $this->database->value( "SELECT COUNT( DISTINCT p.ID ) {$this->marked()}" );
	}

	/** @return list<int> Ids, ascending. */
	public function page( int $page, int $per_page ): array {
		return $this->ids( 0, $per_page, ( $page - 1 ) * $per_page );
	}

	/** @return list<int> The next ids, ascending. */
	public function after( int $id, int $limit ): array {
		return $this->ids( $id, $limit, 0 );
	}

	/** @return list<int> */
	private function ids( int $after_id, int $limit, int $offset ): array {
		return $this->database->ids( "SELECT DISTINCT p.ID {$this->marked()} AND p.ID > {$after_id} ORDER BY p.ID LIMIT {$limit} OFFSET {$offset}" );
	}

	private function marked(): string {
		return "FROM {$this->database->names->postmeta} m JOIN {$this->database->names->posts} p ON p.ID = m.post_id
			WHERE m.meta_key = '" . Catalogue::EXCLUDED . "' AND m.meta_value = 'yes'
			AND p.post_type IN ( 'product', 'product_variation' ) AND p.post_status IN " . CatalogueRows::STATUSES;
	}
}
