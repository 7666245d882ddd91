<?php
/**
 * Gives access to the parts of the queue.
 */

declare(strict_types=1);

abstract class ActionScheduler {
	private static bool $ready = false;

	/** Called on init; after that, actions can be scheduled. */
	public static function stand_in_is_ready(): void {
		self::$ready = true;
	}

	public static function is_initialized( $function_name = null ) {
		if ( ! self::$ready && null !== $function_name ) {
			_doing_it_wrong( $function_name, 'The queue starts on init; plan nothing before.', '3.1.6' );
		}
		return self::$ready;
	}

	public static function store() {
		return ActionScheduler_Store::instance();
	}

	public static function runner() {
		return ActionScheduler_QueueRunner::instance();
	}
}
