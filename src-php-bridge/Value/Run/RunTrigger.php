<?php
/**
 * Who or what started a run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/run.ts runSchema.trigger */
enum RunTrigger: string {
	case Person   = 'person';
	case Schedule = 'schedule';
	case Tick     = 'tick';
	case Cli      = 'cli';
	case Webhook  = 'webhook';
}
