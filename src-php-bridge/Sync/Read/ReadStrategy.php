<?php
/**
 * Chooses the way of reading that takes the fewest requests.
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
 * Pure. New offers, and a second offer with a known SKU, appear in the full list only. So it is read at least
 * once a day; in between, the shop's own offers suffice.
 */
final class ReadStrategy {

	/** A little less than a day, so that hourly runs read it once a day. */
	private const WHOLE_EVERY_MS = 23 * 60 * 60 * 1000;

	/** @param FullRead|null $last Null if this account's list was never read in full. */
	public static function must_be_whole( ?FullRead $last, int $now_ms ): bool {
		// A time in the future means that the server's clock has been set back.
		return null === $last || $now_ms - $last->started_at >= self::WHOLE_EVERY_MS || $now_ms < max( $last->started_at, $last->filters_at );
	}

	/** Requests that a list of so many offers takes. */
	public static function pages( int $total ): int {
		return (int) ceil( max( 0, $total ) / StockQuery::LIMIT );
	}

	/** Requests that the shop's own offers take, as far as the survey has come. */
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
