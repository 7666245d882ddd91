<?php
/**
 * Marks the offers that KeyCRM's orders have moved, so that a refresh reads them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;

/**
 * Each method asks as far as time and KeyCRM's limit allow. A failure ends no run and loses nothing: an order that was
 * named keeps its place, the list is read on from where it was, and the next full sync reads everything.
 */
interface ChangedOrders {

	/**
	 * Looks up the orders that KeyCRM's messages have named.
	 *
	 * @return int|null When to go on, unix milliseconds; null where nothing is left.
	 * @throws DatabaseError
	 */
	public function read_named( Budget $budget ): ?int;

	/**
	 * Reads the list of orders that have changed since the last look.
	 *
	 * @return int|null When to go on, unix milliseconds; null where nothing is left.
	 * @throws DatabaseError
	 */
	public function read_list( Budget $budget ): ?int;
}
