<?php
/**
 * How a list of changes is sorted.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Change;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/change.ts changeOrderSchema */
enum ChangeSort: string {
	case Time       = 'time';
	case Name       = 'name';
	case Sku        = 'sku';
	case Before     = 'before';
	case After      = 'after';
	case Difference = 'difference';

	/**
	 * @param string $direction 'asc' or 'desc'.
	 * @param string $table     What the statement calls the table.
	 */
	public function sql( string $direction, string $table ): string {
		$way  = 'desc' === $direction ? 'DESC' : 'ASC';
		$term = match ( $this ) {
			self::Time => '',
			self::Name => "$table.name",
			self::Sku => "$table.sku",
			self::Before => "$table.`before`",
			self::After => "$table.`after`",
			self::Difference => "$table.`after` - $table.`before`",
		};
		// The row's number makes the order of equal ones the same on every page.
		return '' === $term ? "$table.id $way" : "$term $way, $table.id $way";
	}
}
