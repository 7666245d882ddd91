<?php
/**
 * Compares the products that are to be made with KeyCRM, a page in each step.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\KeyCrm\Product\ProductEndpoint;
use KeyCrmStock\Shop\Card\ProductCard;
use KeyCrmStock\Shop\Card\ProductCards;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\CreateReason;
use KeyCrmStock\Value\Change\Creation;
use KeyCrmStock\Value\Change\Mismatch;
use KeyCrmStock\Value\Change\MismatchGroup;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Stock\Side;

/** A product that KeyCRM has by now, or that cannot be made there, stays in the plan's list with the reason. */
final class CreationCheck implements PlanSource {

	private const PAGE = 50;

	/** Products that KeyCRM's own plugin has noted cost a request each, so a page ends after so many. */
	private const MOST_HINTED = 5;

	public function __construct(
		private readonly ShopSideOfCreation $shop,
		private readonly CreationLog $log,
		private readonly ChangeTable $changes,
		private readonly ProductCards $cards,
		private readonly OfferLookup $lookup,
		private readonly ProductEndpoint $products,
		private readonly Clock $clock,
	) {}

	public function lists(): array {
		return array(
			array( MismatchGroup::NotInKeyCrm, Outcome::Created, CreateReason::UNCHECKED ),
			array( MismatchGroup::NearMiss, Outcome::NotInKeyCrm, CreateReason::NEAR_MISS ),
			array( MismatchGroup::NoSku, Outcome::NotInKeyCrm, 'no_sku' ),
			array( MismatchGroup::DuplicateInShop, Outcome::DuplicateInShop, '' ),
		);
	}

	public function row( int $run_id, Mismatch $found, Outcome $outcome, string $reason ): Change {
		return new Change( $run_id, $found->product_id, null, $found->sku, $found->name, null, null, $outcome, $reason, null, $this->clock->now_ms(), side: Side::KeyCrm );
	}

	public function check( Run $run, CreatePlanCursor $cursor, Lease $lease ): StepResult {
		$rows = $this->log->unmade( $run->id, $cursor->after_id, self::PAGE );
		if ( array() === $rows ) {
			return StepResult::done( $this->log->planned( $run ) );
		}
		$refused = $this->shop->refused( $rows );
		$cards   = $this->cards->load( array_map( static fn ( Change $row ): int => $row->product_id, $rows ) );
		$rows    = $this->cut( $rows, $refused, $cards );
		$open    = array_values( array_filter( $rows, static fn ( Change $row ): bool => ! isset( $refused[ $row->product_id ] ) ) );
		$skus    = array_map( static fn ( Change $row ): string => $row->sku, $open );

		[ $run, $there ]    = $this->lookup->find( $run, $lease, $skus );
		[ $run, $archived ] = $this->lookup->find( $run, $lease, $skus, true );

		$paths = new CategoryPaths( $cursor->categories );
		$notes = array();
		foreach ( $rows as $row ) {
			$card           = $cards[ $row->product_id ] ?? null;
			$offer          = OfferLookup::living( array( ...$there[ 'sku:' . $row->sku ] ?? array(), ...$archived[ 'sku:' . $row->sku ] ?? array() ) );
			[ $run, $note ] = isset( $refused[ $row->product_id ] ) || null === $card
				? array( $run, $this->unmade( $row, ...( $refused[ $row->product_id ] ?? array( Outcome::Failed, 'deleted' ) ) ) )
				: $this->compared( $run, $lease, $row, $card, $offer, $paths );
			$notes[]        = $note;
		}
		$this->changes->store( $notes );
		$next = $cursor->with( after_id: $rows[ count( $rows ) - 1 ]->product_id );
		return StepResult::more(
			$run->with(
				cursor: $next->to_array(),
				progress_done: min( $run->progress_total, $run->progress_done + count( $rows ) )
			)
		);
	}

	/** @return array{Run, Change} */
	private function compared( Run $run, Lease $lease, Change $row, ProductCard $card, ?CrmOffer $offer, CategoryPaths $paths ): array {
		if ( null !== $offer ) {
			return array( $run, $offer->is_archived ? $this->unmade( $row, Outcome::NotInKeyCrm, CreateReason::ARCHIVED ) : $this->unmade( $row, Outcome::Unchanged, CreateReason::THERE ) );
		}
		if ( $this->is_hinted( $card ) ) {
			$known = $this->products->find( $card->hint );
			$run   = $run->answered();
			$lease->keep();
			if ( null !== $known ) {
				return array( $run, $this->unmade( $row, Outcome::NotInKeyCrm, CreateReason::HINTED ) );
			}
		}
		return array( $run, $this->planned( $row, $card, $paths ) );
	}

	/** A variation's hint names the product that its offer goes into, so it is no obstacle. */
	private function is_hinted( ProductCard $card ): bool {
		return $card->hint > 0 && 0 === $card->parent_id;
	}

	private function planned( Change $row, ProductCard $card, CategoryPaths $paths ): Change {
		[ $category_id, $category ] = $paths->choose( $card->categories );
		$creation                   = new Creation(
			$card->name,
			$card->price,
			$card->currency,
			$card->barcode,
			$card->weight,
			count( $card->pictures ),
			$category,
			$category_id,
			$card->parent_id,
			$card->properties,
			'' !== $category && 0 === $category_id ? array( Creation::NO_CATEGORY ) : array()
		);
		return $row->planned( '', $creation->to_parts() );
	}

	private function unmade( Change $row, Outcome $outcome, string $reason ): Change {
		return $row->planned( $reason, null, $outcome );
	}

	/**
	 * @param non-empty-list<Change>                $rows
	 * @param array<int, array{Outcome, string}>    $refused
	 * @param array<int, ProductCard>               $cards
	 * @return non-empty-list<Change>
	 */
	private function cut( array $rows, array $refused, array $cards ): array {
		$hinted = 0;
		foreach ( $rows as $place => $row ) {
			$card    = $cards[ $row->product_id ] ?? null;
			$hinted += null !== $card && ! isset( $refused[ $row->product_id ] ) && $this->is_hinted( $card ) ? 1 : 0;
			if ( $hinted === self::MOST_HINTED ) {
				return array( ...array_slice( $rows, 0, $place ), $row );
			}
		}
		return $rows;
	}
}
