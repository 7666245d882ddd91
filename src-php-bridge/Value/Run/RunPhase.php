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
	/** Which orders KeyCRM counts: before the levels, so that what is known of an order is never newer than they are. */
	case Orders = 'orders';
	case Read   = 'read';
	/** What the list lacks, for KeyCRM may leave out what is sold out: asked for by itself before anything is believed. */
	case Gone = 'gone';
	/** The orders once more: one that KeyCRM has let go of in the meantime is in the levels, but not yet known. */
	case Recheck = 'recheck';
	case Plan    = 'plan';
	case Guard   = 'guard';
	case Write   = 'write';
	case Done    = 'done';
}
