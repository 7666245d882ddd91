<?php
/**
 * Says that a worker looks at the queue of changed stock again and again.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Option;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;

/** WordPress loads it with every request, so a sale learns for nothing that it need not call a worker. */
final class AwakeUntil {

	private const OPTION = 'keycrm_stock_awake_until';

	/** A time further away was noted by a clock that ran ahead. */
	private const LONGEST_MS = 60_000;

	/** Whether this process has said that it is awake. */
	private bool $has_begun = false;

	public function __construct( private readonly Options $options ) {}

	/**
	 * @param int $until_ms Unix milliseconds.
	 * @throws DatabaseError
	 */
	public function begin( int $until_ms ): void {
		$this->options->set( self::OPTION, $until_ms, true );
		$this->has_begun = true;
	}

	public function has_begun(): bool {
		return $this->has_begun;
	}

	/**
	 * From now on each sale calls a worker again.
	 *
	 * @throws DatabaseError
	 */
	public function end(): void {
		if ( $this->has_begun ) {
			$this->options->set( self::OPTION, 0, true );
			$this->has_begun = false;
		}
	}

	/** As it stood when this request began. */
	public function is_at( int $now_ms ): bool {
		$until = wp_load_alloptions()[ self::OPTION ] ?? 0;
		return is_numeric( $until ) && $until > $now_ms && $until - $now_ms < self::LONGEST_MS;
	}
}
