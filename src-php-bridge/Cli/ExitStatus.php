<?php
/**
 * What the exit status of a command says.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunStatus;

/** Scripts use them, so they stay; WP-CLI itself ends with 1 where a command is used wrongly. */
final class ExitStatus {

	public const GOOD           = 0;
	public const FAILED         = 1;
	public const BUSY           = 2;
	public const NEEDS_A_PERSON = 3;
	public const INTERRUPTED    = 130;

	public static function from_run( Run $run ): int {
		return match ( $run->status ) {
			// A preview succeeds even if a sync would stop and ask.
			RunStatus::Succeeded => null !== $run->guard && self::would_ask( $run ) ? self::NEEDS_A_PERSON : self::GOOD,
			RunStatus::NeedsConfirmation => self::NEEDS_A_PERSON,
			RunStatus::Failed, RunStatus::Cancelled => self::FAILED,
			RunStatus::Running, RunStatus::Waiting => self::INTERRUPTED,
		};
	}

	private static function would_ask( Run $run ): bool {
		return \KeyCrmStock\Value\Run\RunMode::Preview === $run->mode && array() !== ( $run->guard->reasons ?? array() );
	}
}
