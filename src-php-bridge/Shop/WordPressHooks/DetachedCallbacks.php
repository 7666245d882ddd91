<?php
/**
 * Callbacks taken off their hooks for a while.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\WordPressHooks;

defined( 'ABSPATH' ) || exit;

/** Only the named methods are taken off; other listeners stay. */
final class DetachedCallbacks {

	/** @var list<array{hook: string, function: callable, priority: int, accepted_args: int}> */
	private array $taken = array();

	/** @param string $class May not exist. Callbacks with an object of the class and with its name both count. */
	public function take( string $hook, string $class, string $method ): void {
		global $wp_filter;
		$callbacks = isset( $wp_filter[ $hook ] ) ? $wp_filter[ $hook ]->callbacks : array();
		foreach ( $callbacks as $priority => $entries ) {
			foreach ( $entries as $entry ) {
				if ( ! $this->is_method( $entry['function'], $class, $method ) ) {
					continue;
				}
				$this->taken[] = array(
					'hook'          => $hook,
					'function'      => $entry['function'],
					'priority'      => (int) $priority,
					'accepted_args' => (int) $entry['accepted_args'],
				);
				remove_filter( $hook, $entry['function'], (int) $priority );
			}
		}
	}

	/** To the same hooks, with the same priorities and numbers of arguments. */
	public function put_back(): void {
		foreach ( $this->taken as $entry ) {
			add_filter( $entry['hook'], $entry['function'], $entry['priority'], $entry['accepted_args'] );
		}
		$this->taken = array();
	}

	/** Calls each method once, on however many hooks it was. */
	public function call_once( int $product_id ): void {
		$called = array();
		foreach ( $this->taken as $entry ) {
			if ( ! in_array( $entry['function'], $called, true ) ) {
				$called[] = $entry['function'];
				call_user_func( $entry['function'], $product_id );
			}
		}
	}

	/** @param mixed $callback Other plugins may hook anything. */
	private function is_method( $callback, string $class, string $method ): bool {
		return is_array( $callback ) && isset( $callback[0], $callback[1] )
			&& $method === $callback[1] && is_a( $callback[0], $class, true );
	}
}
