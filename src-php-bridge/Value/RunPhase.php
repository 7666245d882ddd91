<?php
/**
 * How far a run has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/run.ts runPhaseSchema */
enum RunPhase: string {
	case Read  = 'read';
	case Plan  = 'plan';
	case Guard = 'guard';
	case Write = 'write';
	case Done  = 'done';
}
