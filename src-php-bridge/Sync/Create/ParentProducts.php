<?php
/**
 * Finds or makes KeyCRM's product that the variations of one of the shop's products go into.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\KeyCrm\Product\CrmProduct;
use KeyCrmStock\KeyCrm\Product\ProductEndpoint;
use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Card\ProductCard;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\CreateReason;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunStatus;

/**
 * It has no SKU by which it could be found. So if a request to make it was not answered, KeyCRM's products are looked
 * through for one with that name, without SKU and variants. Only an unclear answer or a taken name costs that.
 */
final class ParentProducts {

	public function __construct(
		private readonly ProductEndpoint $products,
		private readonly NewProducts $new,
		private readonly Sender $sender,
		private readonly CreationLog $log,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/**
	 * Does one thing: each step may be the last of its process.
	 *
	 * @param non-empty-list<Change>                   $rows   Variations that KeyCRM lacks.
	 * @param ProductCard                              $card   Of the first of them.
	 * @param array<string, non-empty-list<CrmOffer>> $offers Of all variations that KeyCRM has.
	 * @return array{Run, CreateCursor}
	 */
	public function resolve( Run $run, Lease $lease, CreateCursor $cursor, array $rows, ProductCard $card, array $offers ): array {
		$known = self::products_with( $offers );
		if ( count( $known ) > 1 ) {
			return $this->given_up( $run, $cursor, $rows, Outcome::NotInKeyCrm, CreateReason::APART );
		}
		if ( 1 === count( $known ) ) {
			return array( $run, $cursor->at_rest()->with( crm_product: $known[0] ) );
		}
		if ( CreateCursor::NOTHING !== $cursor->sent ) {
			return $this->looked_for( $run, $cursor, $rows, $card );
		}
		$hinted = $card->hint > 0 ? $this->products->find( $card->hint ) : null;
		$run    = $card->hint > 0 ? $run->answered() : $run;
		return null === $hinted || $hinted->is_archived
			? $this->asked_for( $run, $lease, $cursor, $rows, $card )
			: array( $run, $cursor->with( crm_product: $hinted->id ) );
	}

	/**
	 * @param non-empty-list<Change> $rows
	 * @return array{Run, CreateCursor}
	 */
	private function asked_for( Run $run, Lease $lease, CreateCursor $cursor, array $rows, ProductCard $card ): array {
		$product          = $this->new->shared( $card, $rows[0], $this->is_suffixed( $cursor ) );
		$intent           = $cursor->with( sent: CreateCursor::PARENT, is_answered: false, looks: 0, page: 1, tries: $cursor->tries + 1 );
		[ $run, $result ] = $this->sender->send( $run, $lease, $intent, static fn ( ProductEndpoint $keycrm ): int => $keycrm->create( $product ) );
		if ( $result->is_accepted ) {
			return array( $run, $cursor->at_rest()->with( crm_product: $result->made_id, tries: 0 ) );
		}
		if ( null === $result->refusal ) {
			return array( $run, $intent );
		}
		return $result->is_about_name()
			? array( $run, $intent->with( sent: CreateCursor::TAKEN ) )
			: $this->given_up( $run, $cursor, $rows, Outcome::Failed, CreateReason::REFUSED . $result->said() );
	}

	/**
	 * @param non-empty-list<Change> $rows
	 * @return array{Run, CreateCursor}
	 */
	private function looked_for( Run $run, CreateCursor $cursor, array $rows, ProductCard $card ): array {
		$page  = $this->products->page( $cursor->page );
		$run   = $run->answered();
		$name  = NewProducts::name( $card, $this->is_suffixed( $cursor ) );
		$found = array_values( array_filter( $page->products, static fn ( CrmProduct $product ): bool => $product->name === $name && $product->is_empty() && ! $product->is_archived ) );
		if ( array() !== $found ) {
			return array( $run, $cursor->at_rest()->with( crm_product: $found[0]->id, tries: 0 ) );
		}
		if ( $cursor->page < $page->last_page ) {
			return array( $run, $cursor->with( page: $cursor->page + 1 ) );
		}
		return CreateCursor::TAKEN === $cursor->sent ? $this->name_taken( $run, $cursor, $rows ) : $this->not_there( $run, $cursor, $rows );
	}

	/**
	 * @param non-empty-list<Change> $rows
	 * @return array{Run, CreateCursor}
	 */
	private function name_taken( Run $run, CreateCursor $cursor, array $rows ): array {
		return Settings::NAME_SUFFIX === $this->settings->get()->name_taken && ! $this->is_suffixed( $cursor )
			? array( $run, $cursor->at_rest()->with( suffixed: array( $cursor->group_id ), tries: 0 ) )
			: $this->given_up( $run, $cursor, $rows, Outcome::Failed, CreateReason::NAME_TAKEN );
	}

	/**
	 * @param non-empty-list<Change> $rows
	 * @return array{Run, CreateCursor}
	 */
	private function not_there( Run $run, CreateCursor $cursor, array $rows ): array {
		$pause = CreateWriteStep::PAUSES[ $cursor->looks ] ?? null;
		return match ( true ) {
			null !== $pause => array(
				$run->with( status: RunStatus::Waiting, resume_at: $this->clock->now_ms() + $pause, waits_for: WaitRequired::RETRY ),
				$cursor->with( page: 1, looks: $cursor->looks + 1 ),
			),
			$cursor->tries < CreateWriteStep::MOST_TRIES => array( $run, $cursor->at_rest() ),
			default => $this->given_up( $run, $cursor, $rows, Outcome::Failed, CreateReason::NO_ANSWER ),
		};
	}

	/**
	 * @param non-empty-list<Change> $rows
	 * @return array{Run, CreateCursor}
	 */
	private function given_up( Run $run, CreateCursor $cursor, array $rows, Outcome $outcome, string $reason ): array {
		$this->log->note_left( $rows, $outcome, $reason );
		return array( $run, $cursor->without_first() );
	}

	private function is_suffixed( CreateCursor $cursor ): bool {
		return in_array( $cursor->group_id, $cursor->suffixed, true );
	}

	/**
	 * @param array<string, non-empty-list<CrmOffer>> $offers
	 * @return list<int> Ids of the products that have one of the offers.
	 */
	private static function products_with( array $offers ): array {
		$ids = array();
		foreach ( $offers as $same ) {
			foreach ( $same as $offer ) {
				$ids[] = $offer->is_archived ? 0 : $offer->product_id;
			}
		}
		return array_values( array_unique( array_filter( $ids ) ) );
	}
}
