<?php
/**
 * Counts the requests that it would take to ask for the shop's own offers only.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Value\Run\ReadPlan;
use KeyCrmStock\Value\Run\Run;

final class ShopOffersSurvey {

	private const PAGE = 500;

	public function __construct(
		private readonly ShopSkus $skus,
		private readonly SettingsStore $settings,
	) {}

	/** Counts one page of products. At the end, or as soon as the full list is cheaper, the way is chosen. */
	public function advance( Run $run, ShopOffersCursor $cursor ): Run {
		$page = $this->skus->page( $cursor->after_id, self::PAGE, $cursor->since );
		if ( null !== $page ) {
			$cursor = $this->counted( $cursor, $page[0] )->with( after_id: $page[1] );
			if ( ReadPlan::OWN === ReadStrategy::plan( $cursor )->kind ) {
				return $run->with( cursor: $cursor->to_array() );
			}
		}
		$plan = ReadStrategy::plan( $cursor );
		$next = ReadPlan::OWN === $plan->kind ? $cursor->at( ShopOffersCursor::IDS ) : new FullListCursor();
		return $run->with( cursor: $next->to_array(), read_plan: $plan, progress_done: 0, progress_total: $plan->requests );
	}

	/** @param list<ShopSku> $skus */
	private function counted( ShopOffersCursor $cursor, array $skus ): ShopOffersCursor {
		$chosen = $this->settings->get()->warehouse_ids;
		$ids    = 0;
		$asked  = array();
		$seen   = $cursor->expected;
		foreach ( $skus as $shop_sku ) {
			$ids += count( $shop_sku->known );
			if ( array() === $shop_sku->known && StockQuery::can_ask_for( $shop_sku->sku ) ) {
				$asked[] = $shop_sku->sku;
			}
			array_push( $seen, ...array_intersect( $chosen, $shop_sku->warehouse_ids() ) );
		}
		return $cursor->with(
			ids: $cursor->ids + $ids,
			skus: $cursor->skus + count( $asked ),
			sku_bytes: $cursor->sku_bytes + StockQuery::length( $asked ),
			expected: array_values( array_unique( $seen ) )
		);
	}
}
