<?php
/**
 * The warehouses seen in KeyCRM's levels.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

/** KeyCRM has no list of warehouses (keycrm-api.md §4): the levels name them in passing. */
final class WarehouseList {

	private const OPTION = 'keycrm_stock_warehouses';

	/** @return list<array{id: int, name: string}> By id. */
	public function all(): array {
		$rows = get_option( self::OPTION, array() );
		return is_array( $rows ) ? array_values( $rows ) : array();
	}

	/** @param array<int, string> $names Keyed by warehouse id; a new name replaces the old one. */
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
		update_option( self::OPTION, $rows, false );
	}
}
