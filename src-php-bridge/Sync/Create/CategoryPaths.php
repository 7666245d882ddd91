<?php
/**
 * Finds KeyCRM's category for a category of the shop.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

/** Names are compared exactly: the whole way from the top if it is the same, else the last name if KeyCRM has it once. */
final class CategoryPaths {

	/** @var array<string, int> Ids by the names from the top, each on a line; 0 where two categories have the same. */
	private array $by_path = array();

	/** @var array<string, int> Ids by name; 0 where two categories have the same. */
	private array $by_name = array();

	/** @param list<array{id: int, name: string, parent_id: int}> $categories */
	public function __construct( array $categories ) {
		$known = array_column( $categories, null, 'id' );
		foreach ( $categories as $category ) {
			$names = array();
			// A damaged tree may contain a circle.
			for ( $at = $category; null !== $at && count( $names ) < 20; $at = $known[ $at['parent_id'] ] ?? null ) {
				array_unshift( $names, $at['name'] );
			}
			$path                             = implode( "\n", $names );
			$this->by_path[ $path ]           = isset( $this->by_path[ $path ] ) ? 0 : $category['id'];
			$this->by_name[ 'n:' . $category['name'] ] = isset( $this->by_name[ 'n:' . $category['name'] ] ) ? 0 : $category['id'];
		}
	}

	/**
	 * @param list<list<string>> $paths A product's categories, each as names from the top.
	 * @return array{int, string} KeyCRM's id and the category's name; 0 where KeyCRM has none of them, with the first name.
	 */
	public function choose( array $paths ): array {
		foreach ( $paths as $path ) {
			$id = $this->by_path[ implode( "\n", $path ) ] ?? 0;
			if ( $id > 0 ) {
				return array( $id, (string) end( $path ) );
			}
		}
		foreach ( $paths as $path ) {
			$id = $this->by_name[ 'n:' . end( $path ) ] ?? 0;
			if ( $id > 0 ) {
				return array( $id, (string) end( $path ) );
			}
		}
		$first = $paths[0] ?? array();
		return array( 0, (string) end( $first ) );
	}
}
