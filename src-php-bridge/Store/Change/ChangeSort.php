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
	 * @param string $table     Alias of the table in the statement.
	 */
	public function sql( string $direction, string $table ): string {
		$way  = 'desc' === $direction ? 'DESC' : 'ASC';
		$column = match ( $this ) {
			self::Time => '',
			self::Name => "$table.name",
			self::Sku => "$table.sku",
			self::Before => "$table.`before`",
			self::After => "$table.`after`",
			self::Difference => "$table.`after` - $table.`before`",
		};
		// The id keeps the sequence of equal rows the same on every page.
		return '' === $column ? "$table.id $way" : "$column $way, $table.id $way";
	}
}
