<?php
/**
 * Which way of reading takes the fewest requests.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Value\Run\FullRead;
use KeyCrmStock\Value\Run\ReadPlan;

/**
 * Pure. New offers, and a second offer with an SKU that is known, show in the whole list only, so it is
 * read at least once a day; in between, the shop's own offers are enough.
 */
final class ReadStrategy {

	/** Less than a day, so that a run every hour or two meets the day. */
	private const WHOLE_EVERY_MS = 23 * 60 * 60 * 1000;

	/** @param FullRead|null $last Null where this account's list was never read whole. */
	public static function must_be_whole( ?FullRead $last, int $now_ms ): bool {
		// A last time in the future: the server's clock has been set back since.
		return null === $last || $now_ms - $last->started_at >= self::WHOLE_EVERY_MS || $now_ms < max( $last->started_at, $last->filters_at );
	}

	/** Requests for a list of so many offers. */
	public static function pages( int $total ): int {
		return (int) ceil( max( 0, $total ) / StockQuery::LIMIT );
	}

	/** Requests for what a survey has found so far. */
	public static function own_requests( ShopOffersCursor $cursor ): int {
		$by_length = (int) ceil( $cursor->sku_bytes / StockQuery::MAX_FILTER_BYTES );
		return self::pages( $cursor->ids ) + max( self::pages( $cursor->skus ), $by_length );
	}

	public static function plan( ShopOffersCursor $survey ): ReadPlan {
		$requests = self::own_requests( $survey );
		return $requests < $survey->whole || $survey->is_last_way
			? ReadPlan::own( $requests, $survey->whole )
			: ReadPlan::whole( $survey->whole );
	}
}
