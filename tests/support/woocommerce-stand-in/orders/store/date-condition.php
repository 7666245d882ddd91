<?php
/**
 * Converts "2024-01-01...2024-02-01", ">1700000000" and similar conditions into SQL.
 */

declare(strict_types=1);

namespace WooStandIn\Orders\Store;

use WC_DateTime;

final class DateCondition {
	/** @param string $column In UTC. */
	public function __construct( private string $column ) {}

	/** @param string|int|WC_DateTime $asked A date without a time means the whole day in the site's time. */
	public function sql( string|int|WC_DateTime $asked ): string {
		$asked = $asked instanceof WC_DateTime ? $asked->getTimestamp() : trim( (string) $asked );
		if ( ! preg_match( '/^([^.<>]*)(>=|<=|>|<|\.\.\.)([^.<>]+)$/', (string) $asked, $part ) ) {
			$part = array( '', $asked, '...', $asked );
		}
		return match ( $part[2] ) {
			'>'     => $this->compare( '>', $this->end( $part[3] ) ),
			'>='    => $this->compare( '>=', $this->start( $part[3] ) ),
			'<'     => $this->compare( '<', $this->start( $part[3] ) ),
			'<='    => $this->compare( '<=', $this->end( $part[3] ) ),
			default => $this->compare( '>=', $this->start( $part[1] ) ) . ' AND ' . $this->compare( '<=', $this->end( $part[3] ) ),
		};
	}

	private function compare( string $operator, int $moment ): string {
		return "{$this->column} {$operator} '" . gmdate( 'Y-m-d H:i:s', $moment ) . "'";
	}

	private function start( string|int $moment ): int {
		return is_numeric( $moment ) ? (int) $moment : wc_string_to_datetime( substr( $moment, 0, 10 ) )->getTimestamp();
	}

	private function end( string|int $moment ): int {
		return is_numeric( $moment ) ? (int) $moment : $this->start( $moment ) + DAY_IN_SECONDS - 1;
	}
}
