<?php
/**
 * wp keycrm-stock cancel
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

final class CancelCommand {

	/** @param \Closure(): RunActions $desk */
	public function __construct( private readonly \Closure $desk ) {}

	/**
	 * Ends the run that is under way, or discards one that waits for a decision.
	 *
	 * Numbers that it has written already stay; “undo” takes them back.
	 *
	 * ## OPTIONS
	 *
	 * [<run>]
	 * : The number of the run. Without it, the one that is under way.
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp keycrm-stock cancel
	 *     Success: Run 12 is cancelled.
	 *
	 * @param list<string> $args
	 */
	public function __invoke( array $args ): void {
		$run = ( $this->desk )()->cancel( $args[0] ?? null );
		/* translators: %d: number of the run. */
		\WP_CLI::success( sprintf( __( 'Run %d is cancelled.', 'stock-sync-for-keycrm' ), $run->id ) );
	}
}
