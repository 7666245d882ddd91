<?php
/**
 * The phase recheck of a refresh.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\Run;

/**
 * Only a number that may rise needs the orders to be read after its level. Most changes are sales, and without this
 * request they are on the shelf a second earlier.
 */
final class RecheckStep implements Step {

	public function __construct( private readonly Step $orders ) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		// The phase before has said how much there is to do.
		return array() === $run->cursor && 0 === $run->progress_total ? StepResult::done( $run ) : $this->orders->advance( $run, $lease );
	}
}
