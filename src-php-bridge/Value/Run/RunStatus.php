<?php
/**
 * How a run stands.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/run.ts runStatusSchema */
enum RunStatus: string {
	case Running           = 'running';
	case Waiting           = 'waiting';
	case NeedsConfirmation = 'needs_confirmation';
	case Succeeded         = 'succeeded';
	case Failed            = 'failed';
	case Cancelled         = 'cancelled';

	public function is_active(): bool {
		return self::Running === $this || self::Waiting === $this;
	}
}
