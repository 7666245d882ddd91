<?php
/**
 * Makes a clean start after the owner has chosen another direction.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Store\Level\LevelWriteMarks;
use KeyCrmStock\Store\Option\WrittenSide;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\RunNotPossible;
use KeyCrmStock\Sync\Run\RunService;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Stock\Side;

/**
 * Runs that write the other side are cancelled. Waiting offers are forgotten, since the first run in the new direction
 * compares everything. From then on no number counts as one that we have written.
 */
final class DirectionSwitch {

	public function __construct(
		private readonly RunTable $runs,
		private readonly RunService $service,
		private readonly DirtyOffers $offers,
		private readonly LevelWriteMarks $marks,
		private readonly WrittenSide $written_side,
	) {}

	/**
	 * To be called after settings were saved. If a process dies in it, the next call does it again.
	 *
	 * @throws DatabaseError
	 */
	public function follow_settings(): void {
		$side = $this->service->written_side();
		if ( $side !== $this->written_side->get() ) {
			$this->begin_anew( $side );
			$this->written_side->note( $side );
		}
	}

	private function begin_anew( Side $side ): void {
		foreach ( $this->runs->unfinished() as $id ) {
			$run = $this->runs->find( $id );
			if ( null !== $run && $run->side !== $side && RunMode::Fill !== $run->mode ) {
				$this->cancel( $id );
			}
		}
		$this->offers->forget_all();
		$this->marks->forget_all();
	}

	private function cancel( int $id ): void {
		try {
			$this->service->cancel( $id );
		} catch ( RunNotPossible ) {
			// It has just ended by itself.
			return;
		}
	}
}
