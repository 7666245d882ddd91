<?php
/**
 * Asks KeyCRM for one list of products, and draws the conclusions from its answer.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\KeyCrm\Product\ProductEndpoint;
use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Card\ProductCard;
use KeyCrmStock\Shop\Card\ProductCards;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\CreateReason;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

final class PortionSender {

	public function __construct(
		private readonly ProductCards $cards,
		private readonly NewProducts $new,
		private readonly ParentProducts $parents,
		private readonly Sender $sender,
		private readonly CreationLog $log,
		private readonly SettingsStore $settings,
	) {}

	/**
	 * @param non-empty-list<Change>                   $rows   The first list, none of which KeyCRM has.
	 * @param array<string, non-empty-list<CrmOffer>> $offers Of these and of other variations, as KeyCRM has them now.
	 * @return array{Run, CreateCursor}
	 */
	public function send( Run $run, Lease $lease, CreateCursor $cursor, array $rows, array $offers ): array {
		$cards = $this->cards->load( array_map( static fn ( Change $row ): int => $row->product_id, $rows ) );
		$gone  = array_values( array_filter( $rows, static fn ( Change $row ): bool => ! isset( $cards[ $row->product_id ] ) ) );
		if ( array() !== $gone ) {
			$this->log->note_left( $gone, Outcome::Failed, 'deleted' );
			$left = array_diff( $cursor->lists[0], array_map( static fn ( Change $row ): int => $row->product_id, $gone ) );
			return array( $run, $cursor->with_first( array_values( $left ) ) );
		}
		if ( $cursor->group_id > 0 && 0 === $cursor->crm_product ) {
			return $this->parents->resolve( $run, $lease, $cursor, $rows, $cards[ $rows[0]->product_id ], $offers );
		}
		return 0 === $cursor->group_id
			? $this->simple( $run, $lease, $cursor, $rows, $cards )
			: $this->variations( $run, $lease, $cursor, $rows, $cards );
	}

	/**
	 * @param non-empty-list<Change>  $rows
	 * @param array<int, ProductCard> $cards
	 * @return array{Run, CreateCursor}
	 */
	private function simple( Run $run, Lease $lease, CreateCursor $cursor, array $rows, array $cards ): array {
		$products        = array_map( fn ( Change $row ) => $this->new->product( $cards[ $row->product_id ], $row, in_array( $row->product_id, $cursor->suffixed, true ) ), $rows );
		[ $run, $result ] = $this->sender->send(
			$run,
			$lease,
			$this->intent( $cursor, $rows ),
			// One by itself is answered with its product, or with what is wrong with it.
			static fn ( ProductEndpoint $keycrm ): ?int => 1 === count( $products ) ? $keycrm->create( $products[0] ) : $keycrm->import( $products )
		);
		if ( null === $result->refusal ) {
			return array( $run, $this->sent( $cursor, $rows, $result ) );
		}
		$taken = 1 === count( $rows ) && $result->is_about_name() ? array( 0 ) : $result->places();
		$named = array_values( array_filter( array_map( static fn ( int $place ): ?Change => $rows[ $place ] ?? null, $taken ) ) );
		return array( $run, $this->after_refusal( $cursor, $rows, $named, $result ) );
	}

	/**
	 * @param non-empty-list<Change> $rows
	 * @param list<Change>           $named Those whose name KeyCRM has refused.
	 */
	private function after_refusal( CreateCursor $cursor, array $rows, array $named, SendResult $result ): CreateCursor {
		$cursor = $this->intent( $cursor, $rows )->at_rest();
		$fresh  = array_values( array_filter( $named, static fn ( Change $row ): bool => ! in_array( $row->product_id, $cursor->suffixed, true ) ) );
		if ( array() !== $fresh && Settings::NAME_SUFFIX === $this->settings->get()->name_taken ) {
			return $cursor->with( suffixed: array( ...$cursor->suffixed, ...array_map( static fn ( Change $row ): int => $row->product_id, $fresh ) ) );
		}
		if ( array() !== $named ) {
			$this->log->note_left( $named, Outcome::Failed, CreateReason::NAME_TAKEN );
			$left = array_diff( $cursor->lists[0], array_map( static fn ( Change $row ): int => $row->product_id, $named ) );
			return $cursor->with_first( array_values( $left ) );
		}
		return $this->narrowed( $cursor, $rows, $result );
	}

	/** @param non-empty-list<Change> $rows */
	private function narrowed( CreateCursor $cursor, array $rows, SendResult $result ): CreateCursor {
		if ( count( $rows ) > 1 ) {
			return $cursor->halved();
		}
		$this->log->note_left( $rows, Outcome::Failed, CreateReason::REFUSED . $result->said() );
		return $cursor->without_first();
	}

	/**
	 * @param non-empty-list<Change>  $rows
	 * @param array<int, ProductCard> $cards
	 * @return array{Run, CreateCursor}
	 */
	private function variations( Run $run, Lease $lease, CreateCursor $cursor, array $rows, array $cards ): array {
		$offers          = array_map( fn ( Change $row ) => $this->new->offer( $cards[ $row->product_id ], $cursor->is_named ), $rows );
		[ $run, $result ] = $this->sender->send(
			$run,
			$lease,
			$this->intent( $cursor, $rows ),
			static function ( ProductEndpoint $keycrm ) use ( $cursor, $offers ): ?int {
				$keycrm->add_offers( $cursor->crm_product, $offers );
				return null;
			}
		);
		if ( null === $result->refusal ) {
			return array( $run, $this->sent( $cursor, $rows, $result ) );
		}
		$cursor = $this->intent( $cursor, $rows )->at_rest();
		// KeyCRM's description lists a required name that it does not define (keycrm-server/API.md §5).
		return array( $run, $result->is_about_name() && ! $cursor->is_named ? $cursor->with( is_named: true ) : $this->narrowed( $cursor, $rows, $result ) );
	}

	/** @param non-empty-list<Change> $rows */
	private function intent( CreateCursor $cursor, array $rows ): CreateCursor {
		$ids = array_map( static fn ( Change $row ): int => $row->product_id, $rows );
		return $cursor->with(
			sent: CreateCursor::ROWS,
			is_answered: false,
			looks: 0,
			tries: $cursor->tries + 1,
			ours: array_values( array_unique( array( ...$cursor->ours, ...$ids ) ) )
		);
	}

	/** @param non-empty-list<Change> $rows */
	private function sent( CreateCursor $cursor, array $rows, SendResult $result ): CreateCursor {
		return $this->intent( $cursor, $rows )->with( is_answered: $result->is_accepted );
	}
}
