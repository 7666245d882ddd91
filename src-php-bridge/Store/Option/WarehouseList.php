<?php
/**
 * The warehouses seen in KeyCRM's levels.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Option;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;

/**
 * KeyCRM has no list of warehouses (keycrm-server/API.md §4), but levels name them. Stored as ASCII JSON, because
 * many sites' options table holds at most three bytes a letter.
 */
final class WarehouseList {

	private const OPTION = 'keycrm_stock_warehouses';

	public function __construct( private readonly Options $options ) {}

	/**
	 * @return list<array{id: int, name: string}> By id.
	 * @throws DatabaseError
	 */
	public function all(): array {
		$rows = $this->options->get( self::OPTION );
		// Older versions stored the list itself.
		$rows = is_string( $rows ) ? json_decode( $rows, true ) : $rows;
		return is_array( $rows ) ? array_values( $rows ) : array();
	}

	/**
	 * @param array<int, string> $names Keyed by warehouse id; a new name replaces the old one.
	 * @throws DatabaseError
	 */
	public function add( array $names ): void {
		$all = array_column( $this->all(), 'name', 'id' );
		$new = $names + $all;
		ksort( $new );
		if ( $new === $all ) {
			return;
		}
		$rows = array();
		foreach ( $new as $id => $name ) {
			$rows[] = array(
				'id'   => $id,
				'name' => $name,
			);
		}
		$this->options->set( self::OPTION, (string) wp_json_encode( $rows ) );
	}
}
