<?php
/**
 * How far a run has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/run.ts runPhaseSchema */
enum RunPhase: string {
	/** Learns which orders KeyCRM counts. It comes before the levels, so that no order's status is newer than they are. */
	case Orders = 'orders';
	case Read   = 'read';
	/** Looks up offers that the list lacks. KeyCRM may leave sold-out offers out, so absence alone proves nothing. */
	case Gone = 'gone';
	/** Reads the orders once more. If KeyCRM has released one meanwhile, the levels contain its pieces again, and we must know that. */
	case Recheck = 'recheck';
	case Plan    = 'plan';
	case Guard   = 'guard';
	case Write   = 'write';
	/** Reads what KeyCRM has of the numbers that were sent to it. */
	case Verify  = 'verify';
	/** Sends names and prices of products that were saved in the shop. */
	case Details = 'details';
	case Done    = 'done';
}
