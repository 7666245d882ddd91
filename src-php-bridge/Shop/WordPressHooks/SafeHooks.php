<?php
/**
 * Fires a hook, and catches what its listeners throw.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\WordPressHooks;

defined( 'ABSPATH' ) || exit;

final class SafeHooks {

	/**
	 * @param non-empty-string $hook
	 * @param list<mixed>      $arguments
	 * @return string '' or the message of what a listener threw; the listeners after it were not called.
	 */
	public static function tell( string $hook, array $arguments ): string {
		global $wp_current_filter;
		$doing   = $wp_current_filter;
		$problem = self::attempt( static fn () => do_action( $hook, ...$arguments ) );
		if ( '' !== $problem ) {
			// Otherwise doing_action() would say for the rest of the request that the hook is still running.
			$wp_current_filter = $doing;
		}
		return $problem;
	}

	/**
	 * @param callable(): mixed $work
	 * @return string '' or the message of what was thrown.
	 */
	public static function attempt( callable $work ): string {
		try {
			$work();
			return '';
		} catch ( \Throwable $cause ) {
			return self::message( $cause );
		}
	}

	/** @param list<string> $problems Empty ones among them. */
	public static function joined( array $problems ): string {
		return implode( ' ', array_filter( $problems ) );
	}

	public static function message( \Throwable $cause ): string {
		return '' === $cause->getMessage() ? get_class( $cause ) : $cause->getMessage();
	}
}
