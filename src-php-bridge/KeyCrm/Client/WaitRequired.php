<?php
/**
 * The work must go on later, because no request may sleep for long.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

final class WaitRequired extends \RuntimeException {

	public const LIMIT = 'limit';
	public const RETRY = 'retry';
	public const DATABASE = 'database';

	/** @param string $reason LIMIT (KeyCRM's) or RETRY (a pause after a fault of KeyCRM's) or DATABASE (after one of the shop's database). */
	public function __construct( public readonly int $until_ms, public readonly string $reason ) {
		parent::__construct( "Waiting for $reason." );
	}

	/** At least 1. */
	public function seconds_left( int $now_ms ): int {
		return max( 1, (int) ceil( ( $this->until_ms - $now_ms ) / 1000 ) );
	}
}
