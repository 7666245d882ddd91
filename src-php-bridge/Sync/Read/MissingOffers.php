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

	/** Products to look at in one piece. */
	private const PAGE = 500;

	/** Offers that are known to have had one SKU; more are nobody's honest stock. */
	private const MOST_OF_ONE_SKU = 10;

	/** Less than a day, so that a run every hour or two meets the day. */
	private const AGAIN_AFTER_MS = 23 * 60 * 60 * 1000;

	public function __construct(
		private readonly ShopSkus $skus,
		private readonly UnknownSkus $asked,
		private readonly FullReadCheckpoint $memory,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/** The look that begins needs nothing that is older. */
	public function forget_old(): void {
		$this->asked->forget_before( $this->clock->now_ms() - 2 * self::AGAIN_AFTER_MS );
	}

	/** Looks at the next products, and queues what to ask: known offers by id, other SKUs by name. */
	public function gather( Run $run, MissingOffersCursor $cursor ): MissingOffersCursor {
		// Where no whole list could be read yet, nothing is known but what this run has read.
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
			// What is to be set to 0 is asked for in the very run that does so.
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
	 * @return list<string> Those of them that are worth asking for.
	 */
	public function worth_asking( array $skus ): array {
		return array_values( array_diff( $skus, $this->asked_lately( $skus ) ) );
	}

	/** @param list<string> $skus KeyCRM has no offers with these. */
	public function note_in_vain( array $skus ): void {
		$this->asked->note( $skus, $this->clock->now_ms() );
	}

	/**
	 * What another account did not have says nothing of this one.
	 *
	 * @param list<string> $skus
	 * @return list<string>
	 */
	private function asked_lately( array $skus ): array {
		$now = $this->clock->now_ms();
		return $this->asked->asked_between( $skus, max( $this->memory->since(), $now - self::AGAIN_AFTER_MS ), $now );
	}
}
