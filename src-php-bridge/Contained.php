<?php
/**
 * Keeps an exception where it arose.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

defined( 'ABSPATH' ) || exit;

/**
 * On hooks that belong to other people's requests (wp-cron.php, the queue, pages of wp-admin, Site Health) an
 * exception of the plugin would end the whole request. The other way round, a listener of another plugin that
 * throws must not end a sync. Both are written to the log instead.
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
