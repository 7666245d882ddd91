<?php
/**
 * Products of the shop that a run has not found in KeyCRM's stock list, and what to ask KeyCRM about them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Level\UnknownSkus;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Value\Run\Run;

final class MissingOffers {

	/** Products to go through in one step. */
	private const PAGE = 500;

	/** At most so many known offers of one SKU are asked for. */
	private const MOST_OF_ONE_SKU = 10;

	/** A little less than a day, so that hourly runs ask once a day. */
	private const AGAIN_AFTER_MS = 23 * 60 * 60 * 1000;

	public function __construct(
		private readonly ShopSkus $skus,
		private readonly UnknownSkus $asked,
		private readonly FullReadCheckpoint $memory,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/** Forgets older entries before a new search begins. */
	public function forget_old(): void {
		$this->asked->forget_before( $this->clock->now_ms() - 2 * self::AGAIN_AFTER_MS );
	}

	/** Goes through the next products and queues what to ask KeyCRM: known offers by id, other SKUs by name. */
	public function gather( Run $run, MissingOffersCursor $cursor ): MissingOffersCursor {
		// If no full list was ever read, only what this run has read is known.
		$page = $this->skus->page( $cursor->after_id, self::PAGE, min( $this->memory->since(), $run->started_at ) );
		if ( null === $page ) {
			return $cursor->with( at_end: true );
		}
		$missing = array_filter( $page[0], static fn ( ShopSku $shop_sku ): bool => ! $shop_sku->is_seen_by( $run->id ) );
		$vain    = array_fill_keys( array_map( static fn ( string $sku ): string => "sku:$sku", $this->asked_lately( array_values( array_map( static fn ( ShopSku $shop_sku ): string => $shop_sku->sku, $missing ) ) ) ), true );
		$zeroes  = 'zero' === $this->settings->get()->gone;
		$ids     = $cursor->ids;
		$skus    = array();
		foreach ( $missing as $shop_sku ) {
			$is_known = array() !== $shop_sku->known && ! $cursor->no_ids;
			// A product that may be set to 0 must be asked for in the run that does so.
			$must_ask = $is_known && $zeroes && $shop_sku->is_selling && $shop_sku->is_written();
			if ( isset( $vain[ "sku:{$shop_sku->sku}" ] ) && ! $must_ask ) {
				continue;
			}
			if ( ! $is_known ) {
				$skus[] = $shop_sku->sku;
			}
			foreach ( $is_known ? array_slice( $shop_sku->offer_ids(), -self::MOST_OF_ONE_SKU ) : array() as $id ) {
				$ids[] = array( $id, $shop_sku->sku );
			}
		}
		return $cursor->with( after_id: $page[1], ids: $ids )->asking_for_skus( $skus );
	}

	/**
	 * @param list<string> $skus
	 * @return list<string> SKUs among them that should be asked for.
	 */
	public function worth_asking( array $skus ): array {
		return array_values( array_diff( $skus, $this->asked_lately( $skus ) ) );
	}

	/** @param list<string> $skus SKUs for which KeyCRM has no offer. */
	public function note_unknown_skus( array $skus ): void {
		$this->asked->note( $skus, $this->clock->now_ms() );
	}

	/**
	 * Entries from another account do not count.
	 *
	 * @param list<string> $skus
	 * @return list<string>
	 */
	private function asked_lately( array $skus ): array {
		$now = $this->clock->now_ms();
		return $this->asked->asked_between( $skus, max( $this->memory->since(), $now - self::AGAIN_AFTER_MS ), $now );
	}
}
