<?php
/**
 * Contains exceptions: catches and logs them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

defined( 'ABSPATH' ) || exit;

/**
 * An exception of ours would end a request that belongs to WordPress or another plugin (wp-cron.php, the queue,
 * pages of wp-admin, Site Health). And an exception in another plugin's listener must not end a sync. Both are
 * logged instead.
 */
final class Contained {

	/**
	 * @template T
	 * @param string        $where For the log: a hook's name, or what was being done.
	 * @param callable(): T $work
	 * @return T|null Null where it threw.
	 */
	public static function call( string $where, callable $work ): mixed {
		try {
			return $work();
		} catch ( \Throwable $cause ) {
			Log::write(
				'error',
				static fn (): string => "An error was contained at “{$where}”: " . $cause->getMessage(),
				array(
					'class' => get_class( $cause ),
					'place' => $cause->getFile() . ':' . $cause->getLine(),
				)
			);
			return null;
		}
	}
}
