<?php
/**
 * A phase that runs of another mode do in another way.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;

final class Pipeline implements Step {

	public function __construct(
		private readonly Step $usual,
		private readonly Step $undo,
	) {}

	public function advance( Run $run, Lease $lease ): Run {
		return ( RunMode::Undo === $run->mode ? $this->undo : $this->usual )->advance( $run, $lease );
	}
}
