<?php
/**
 * The numbers that a sync gives a page of products, computed inside the writer's lock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Write;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Level\LevelWriteMarks;
use KeyCrmStock\Sync\Availability\AvailabilityInputs;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Sync\Availability\PageInputs;
use KeyCrmStock\Sync\Run\SettingsChanged;
use KeyCrmStock\Sync\Run\SettingsFingerprint;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\Availability;

final class SyncTargets implements StockTargets {

	/** @var array<int, Availability> By the change's product id; filled by targets(). */
	private array $parts = array();

	/** @var array<int, ShopProduct> As targets() was given them last. */
	private array $products = array();

	/**
	 * @param list<Change>                    $page
	 * @param array<int, non-empty-list<int>> $sets     By product, it and its translations.
	 * @param string                          $settings Fingerprint, as for_page() was given it.
	 */
	private function __construct(
		private readonly array $page,
		private readonly array $sets,
		private readonly LevelTable $levels,
		private readonly LevelWriteMarks $marks,
		private readonly AvailabilityInputs $inputs,
		private readonly SettingsFingerprint $fingerprint,
		private readonly string $settings,
	) {}

	/**
	 * @param non-empty-list<Change> $page     Changes of one run.
	 * @param string                 $settings Fingerprint of those that the guard has seen; '' where it has seen none.
	 */
	public static function for_page( array $page, string $settings, Catalogue $catalogue, LevelTable $levels, LevelWriteMarks $marks, AvailabilityInputs $inputs, SettingsFingerprint $fingerprint ): self {
		$sets = $catalogue->sets( array_map( static fn ( Change $change ): int => $change->product_id, $page ) );
		return new self( $page, $sets, $levels, $marks, $inputs, $fingerprint, $settings );
	}

	public function product_ids(): array {
		$ids = array_values( array_unique( array_merge( ...array_values( $this->sets ) ) ) );
		sort( $ids );
		return $ids;
	}

	/** From the newest levels and orders. */
	public function targets( array $present, array $products ): array {
		$offers         = array_map( static fn ( Change $change ): int => (int) $change->offer_id, $this->page );
		$rows           = $this->levels->by_offers( $offers );
		$inputs         = $this->inputs->for_products( $this->product_ids() );
		if ( ! in_array( $this->settings, array( '', $this->fingerprint->for_settings( $inputs->settings ) ), true ) ) {
			throw new SettingsChanged();
		}
		$this->parts    = array();
		$this->products = $products;
		$targets        = array();
		foreach ( $this->page as $change ) {
			$row     = $rows[ (int) $change->offer_id ] ?? null;
			$product = array() === $this->members( $change ) ? null : $products[ $change->product_id ];
			// Since the plan the offer's SKU may have changed, or its number may have become unreadable.
			if ( null === $product || null === $row || $row->level->sku !== $change->sku || null !== $row->twin_id ) {
				continue;
			}
			if ( Decision::GONE === $change->reason ) {
				$targets += $this->zeros( $change, $row, $present, $inputs );
				continue;
			}
			if ( '' !== $inputs->problem( $row->level ) ) {
				continue;
			}
			$parts                              = $inputs->parts( $product, $row->level );
			$this->parts[ $change->product_id ] = $parts;
			foreach ( $this->members( $change ) as $id ) {
				if ( $inputs->may_set( $parts, $product, $row, $present[ $id ] ?? null ) ) {
					$targets[ $id ] = $parts->available;
				}
			}
		}
		return $targets;
	}

	/**
	 * Not if the offer has come back since, or the owner has changed the setting. A number below 0 is not raised.
	 *
	 * @param array<int, float|null> $present
	 * @return array<int, float>
	 */
	private function zeros( Change $change, LevelRow $row, array $present, PageInputs $inputs ): array {
		if ( $row->gone_in !== $change->run_id || 'zero' !== $inputs->settings->gone ) {
			return array();
		}
		$this->parts[ $change->product_id ] = Availability::nothing();
		$selling = array_filter( $this->members( $change ), static fn ( int $id ): bool => ( $present[ $id ] ?? 0.0 ) > 0 );
		return array_fill_keys( $selling, 0.0 );
	}

	public function with_result( Change $change, array $results, int $now_ms ): Change {
		$parts   = $this->parts[ $change->product_id ] ?? null;
		$results = array_intersect_key( $results, array_flip( $this->members( $change ) ) );
		if ( null === $parts || array() === $results ) {
			$reason = isset( $this->products[ $change->product_id ] ) ? 'changed_meanwhile' : 'deleted_meanwhile';
			return $change->written( $change->before, null, Outcome::Failed, $reason, null, $now_ms );
		}
		$set    = TranslationSetResult::from_results( $results, $change->product_id );
		$reason = match ( true ) {
			Outcome::NotManaged === $set->outcome => $this->products[ $change->product_id ]->kind->why_not_switched_on(),
			'' === $set->problem && Outcome::Updated === $set->outcome => $change->reason,
			default => $set->problem,
		};
		return $change->written( $set->before, $set->after, $set->outcome, $reason, $parts->to_array(), $now_ms, $set->members );
	}

	/**
	 * After a number was set to 0 because KeyCRM no longer has the product, the number no longer counts as ours.
	 * Whatever a person sets afterwards stays.
	 */
	public function remember( array $notes ): void {
		$ours = array();
		$gone = array();
		foreach ( $notes as $note ) {
			if ( Outcome::Updated === $note->outcome && Decision::GONE === $note->reason ) {
				$gone[] = (int) $note->offer_id;
			} elseif ( Outcome::Updated === $note->outcome ) {
				$ours[] = (int) $note->offer_id;
			}
		}
		$this->marks->note_written( $ours );
		$this->marks->forget_written( $gone );
	}

	/** @return list<int> The translations that still exist; empty if the product was deleted, has another SKU now or was excluded meanwhile. */
	private function members( Change $change ): array {
		$product = $this->products[ $change->product_id ] ?? null;
		return null === $product || $product->excluded || $product->sku !== $change->sku ? array() : array_values( array_intersect( $product->translations, array_keys( $this->products ) ) );
	}
}
