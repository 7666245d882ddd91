<?php
/**
 * Makes drafts of some offers: reads their words and their stock once more, and has them stored.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Draft;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Draft\DraftRefused;
use KeyCrmStock\Shop\Draft\DraftWriter;
use KeyCrmStock\Shop\Draft\NewDraft;
use KeyCrmStock\Shop\Draft\NewDraftOffer;
use KeyCrmStock\Sync\Create\CreationLog;
use KeyCrmStock\Sync\Read\FreshLevels;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\CreateReason;
use KeyCrmStock\Value\Change\Creation;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

final class DraftMaker {

	public function __construct(
		private readonly CrmWords $words,
		private readonly FreshLevels $levels,
		private readonly DraftWriter $writer,
		private readonly DraftNumbers $numbers,
		private readonly CreationLog $log,
		private readonly Clock $clock,
	) {}

	/** @param non-empty-list<Change> $rows Planned: variations of one product, or simple products. */
	public function make( Run $run, Lease $lease, array $rows ): Run {
		$ids              = array_map( static fn ( Change $row ): int => (int) $row->offer_id, $rows );
		[ $run, $offers ] = $this->words->named( $run, $lease, $ids );
		$rows             = $this->still_there( $rows, $offers );
		if ( array() === $rows ) {
			return $this->log->counted( $run );
		}
		$since = $this->clock->now_ms();
		$run   = $this->with_levels( $run, $lease, array_map( static fn ( Change $row ): int => (int) $row->offer_id, $rows ) );
		$group = Creation::from_parts( $rows[0]->parts )->group_id ?? 0;
		foreach ( $group > 0 ? array( $rows ) : array_chunk( $rows, 1 ) as $together ) {
			$run = $this->one( $run, $lease, $together, $offers, $since );
		}
		return $this->log->counted( $run );
	}

	/**
	 * @param list<Change>         $rows
	 * @param array<int, CrmOffer> $offers
	 * @return list<Change>
	 */
	private function still_there( array $rows, array $offers ): array {
		$left = array();
		foreach ( $rows as $row ) {
			$offer = $offers[ (int) $row->offer_id ] ?? null;
			match ( true ) {
				null === $offer => $this->log->note_left( array( $row ), Outcome::Failed, CreateReason::GONE ),
				$offer->is_archived => $this->log->note_left( array( $row ), Outcome::Failed, CreateReason::ARCHIVED_THERE ),
				$offer->sku !== $row->sku => $this->log->note_left( array( $row ), Outcome::Failed, 'changed_meanwhile' ),
				default => $left[] = $row,
			};
		}
		return $left;
	}

	/** @param list<int> $ids */
	private function with_levels( Run $run, Lease $lease, array $ids ): Run {
		foreach ( array_chunk( $ids, FreshLevels::MOST ) as $chunk ) {
			$absent = $this->levels->read( $chunk );
			$run    = $run->answered();
			$lease->keep();
			if ( array() !== $absent ) {
				$this->levels->look_up( $run, $absent );
				$run = $run->answered();
				$lease->keep();
			}
		}
		return $run;
	}

	/**
	 * @param non-empty-list<Change> $rows
	 * @param array<int, CrmOffer>   $offers
	 */
	private function one( Run $run, Lease $lease, array $rows, array $offers, int $since ): Run {
		$made    = $run;
		$numbers = array();
		try {
			$this->writer->write(
				$this->draft( $rows, $offers ),
				/** @param list<ShopProduct> $sold */
				function ( array $sold ) use ( $run, $since, &$numbers ): array {
					$numbers = $this->numbers->for_new( $sold, $run->id, $since );
					return $numbers;
				},
				function ( int $product_id, array $sold, array $left_out ) use ( $run, $lease, $rows, $offers, &$numbers, &$made ): void {
					$this->log->note_products( $this->results( $rows, $offers, $sold, $left_out, $numbers ) );
					$made = $lease->save( $this->log->counted( $this->with_picture( $run, $product_id, array_values( $sold ), $offers[ (int) $rows[0]->offer_id ] ) ) );
				}
			);
			return $made;
		} catch ( DraftRefused $refused ) {
			$reason = match ( $refused->getMessage() ) {
				DraftRefused::SKU_TAKEN => CreateReason::SHOP_HAS_IT,
				DraftRefused::NOT_STORED => CreateReason::NOT_STORED,
				default => CreateReason::SHOP_REFUSED . $refused->getMessage(),
			};
			$this->log->note_left( $rows, DraftRefused::SKU_TAKEN === $refused->getMessage() ? Outcome::Unchanged : Outcome::Failed, $reason );
			return $lease->save( $this->log->counted( $run ) );
		}
	}

	/**
	 * @param non-empty-list<Change> $rows
	 * @param array<int, CrmOffer>   $offers
	 */
	private function draft( array $rows, array $offers ): NewDraft {
		$plan = Creation::from_parts( $rows[0]->parts );
		return new NewDraft(
			$plan->name ?? $rows[0]->sku,
			( $plan->category_id ?? 0 ) > 0 ? array( (int) $plan?->category_id ) : array(),
			array_map(
				static function ( Change $row ) use ( $offers ): NewDraftOffer {
					$offer = $offers[ (int) $row->offer_id ];
					$plan  = Creation::from_parts( $row->parts );
					$price = in_array( Creation::NO_PRICE, $plan->notes ?? array(), true ) ? null : $offer->price;
					return new NewDraftOffer( $offer->id, $offer->sku, $offer->barcode, $price, $plan?->weight, $plan->properties ?? array() );
				},
				$rows
			),
			( $plan->group_id ?? 0 ) > 0
		);
	}

	/**
	 * @param non-empty-list<Change>   $rows
	 * @param array<int, CrmOffer>     $offers
	 * @param array<int, int>          $sold     Products by offer id.
	 * @param array<int, list<string>> $left_out By offer id.
	 * @param array<int, float>        $numbers  By product id.
	 * @return list<Change>
	 */
	private function results( array $rows, array $offers, array $sold, array $left_out, array $numbers ): array {
		$now = $this->clock->now_ms();
		return array_map(
			static function ( Change $row ) use ( $offers, $sold, $left_out, $numbers, $now ): Change {
				$offer_id = (int) $row->offer_id;
				$plan     = Creation::from_parts( $row->parts );
				foreach ( array( ...$left_out[ $offer_id ] ?? array(), ...'' === DraftRules::picture( $offers[ $offer_id ] ) ? array() : array( Creation::NO_PICTURE ) ) as $note ) {
					$plan = $plan?->noting( $note );
				}
				$number = $numbers[ $sold[ $offer_id ] ] ?? null;
				return $row->for_product( $sold[ $offer_id ], $number ?? 0.0 )->with_parts( $plan?->to_parts() )->settled( Outcome::Created, null === $number ? CreateReason::NO_STOCK : '', $offer_id, $now );
			},
			$rows
		);
	}

	/** @param list<int> $rows Products of the log. */
	private function with_picture( Run $run, int $product_id, array $rows, CrmOffer $offer ): Run {
		$url    = DraftRules::picture( $offer );
		$cursor = DraftCursor::from_array( $run->cursor );
		return '' === $url ? $run : $run->with(
			cursor: ( new DraftCursor(
				array(
					...$cursor->pictures,
					array(
						'product_id' => $product_id,
						'url'        => $url,
						'rows'       => $rows,
					),
				)
			) )->to_array()
		);
	}
}
