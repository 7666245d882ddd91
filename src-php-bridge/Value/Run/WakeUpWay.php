<?php
/**
 * How work on reported changes is started.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/webhook.ts WAKE_UP_WAYS */
enum WakeUpWay: string {
	/** The request that brought the changes goes on after its answer. */
	case AfterAnswer = 'after_answer';
	/** The shop calls itself. */
	case Loopback = 'loopback';
	/** Neither works, so the next run of WooCommerce's queue does it. */
	case Queue = 'queue';
	/** No change has come in yet. */
	case Unknown = 'unknown';
}
