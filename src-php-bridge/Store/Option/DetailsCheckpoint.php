<?php
/**
 * Remembers up to when names and prices of the shop have gone to KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Option;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;

/** It holds for one account and for the switches that were on; with others everything is compared anew. */
final class DetailsCheckpoint {

	private const OPTION = 'keycrm_stock_details';

	/** @param \Closure(): string $account Differs for each KeyCRM account. */
	public function __construct(
		private readonly Options $options,
		private readonly \Closure $account,
	) {}

	/**
	 * @return int Unix seconds; 0 if nothing has gone there yet.
	 * @throws DatabaseError
	 */
	public function since( string $switches ): int {
		$stored = $this->options->get( self::OPTION );
		$is_it  = is_array( $stored ) && ( $this->account )() === ( $stored['account'] ?? '' ) && $switches === ( $stored['switches'] ?? '' );
		return $is_it && is_int( $stored['at'] ?? null ) ? $stored['at'] : 0;
	}

	/**
	 * @param int $at Unix seconds.
	 * @throws DatabaseError
	 */
	public function note( string $switches, int $at ): void {
		$this->options->set(
			self::OPTION,
			array(
				'account'  => ( $this->account )(),
				'switches' => $switches,
				'at'       => $at,
			)
		);
	}
}
