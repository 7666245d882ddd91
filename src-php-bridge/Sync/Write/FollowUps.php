<?php
/**
 * Finishes the follow-up of workers that died right after a commit.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Write;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Shop\Stock\StockWriter;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Value\Run\Run;

/**
 * A page of stock quantities and the list of its products (`Run::$follow_up`) are committed together. The list is
 * emptied when stock statuses, parents, caches and listeners are up to date. Without it a product could have its
 * number and stay "out of stock", because a number that is right is never written again.
 */
final class FollowUps {

	public function __construct(
		private readonly RunTable $runs,
		private readonly StockWriter $writer,
	) {}

	/**
	 * Does the follow-up of the run itself, before any other work on it.
	 *
	 * @throws DatabaseError Where it must be repeated.
	 * @throws LeaseLost
	 */
	public function finish( Run $run, Lease $lease ): Run {
		if ( array() === $run->follow_up ) {
			return $run;
		}
		$this->writer->finish( $run->follow_up, $lease->keep( ... ) );
		return $lease->save( $run->with( follow_up: array() ) );
	}

	/**
	 * Does the follow-up of runs that have ended without it: cancelled or failed after their worker had died.
	 *
	 * @throws DatabaseError Where it must be repeated.
	 * @throws LeaseLost
	 */
	public function finish_left_behind( Lease $lease ): void {
		foreach ( $this->runs->left_behind() as $run ) {
			$this->writer->finish( $run->follow_up, $lease->keep( ... ) );
			$this->runs->note_followed_up( $run->id );
		}
	}
}
