<?php
/**
 * Repairs that a person starts from the list of mismatches.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\TransactionLost;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Exclusion\ExclusionMarks;
use KeyCrmStock\Sync\Product\EnableStockManagement;
use KeyCrmStock\Sync\Product\MismatchLists;
use KeyCrmStock\Sync\Write\StockStatusRepairer;
use KeyCrmStock\Text\Mismatch\MismatchActionText;
use KeyCrmStock\Text\Mismatch\PushAdviceText;
use KeyCrmStock\Text\ReasonText;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\MismatchAction;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\RunTrigger;

/**
 * POST /unmatched/switch-on, repair-status, leave-alone, include (product_ids, at most 100). Each
 * answer says which products were done, and why others were not.
 */
final class MismatchActionsController extends Controller {

	public function __construct(
		private readonly MismatchLists $lists,
		private readonly EnableStockManagement $switch_on,
		private readonly StockStatusRepairer $repair,
		private readonly Catalogue $catalogue,
		private readonly ExclusionMarks $exclusion,
		private readonly ReasonText $reasons,
		private readonly Clock $clock,
	) {}

	public function register( RouteArguments $arguments ): void {
		$this->action( $arguments, MismatchAction::SwitchOn, $this->switch_on( ... ) );
		$this->action( $arguments, MismatchAction::RepairStatus, $this->repair_status( ... ) );
		$this->action( $arguments, MismatchAction::LeaveAlone, $this->leave_alone( ... ) );
		$this->action( $arguments, MismatchAction::Include, $this->include( ... ) );
	}

	/** @param \Closure( non-empty-list<int> ): array{list<int>, array<int, string>} $work Done, and why others were not, by product id. */
	private function action( RouteArguments $arguments, MismatchAction $action, \Closure $work ): void {
		register_rest_route( self::NAMESPACE, '/unmatched/' . $action->value, array( $this->route( 'POST', fn ( \WP_REST_Request $request ): array|\WP_Error => $this->worked( $request, $action, $work ), $arguments->for_route( 'products' ) ) ) );
	}

	/**
	 * @param \Closure( non-empty-list<int> ): array{list<int>, array<int, string>} $work Done, and why others were not, by product id.
	 * @return array<string, mixed>|\WP_Error
	 */
	private function worked( \WP_REST_Request $request, MismatchAction $action, \Closure $work ): array|\WP_Error {
		$ids = array_values( array_unique( array_map( 'intval', (array) $request['product_ids'] ) ) );
		return array() === $ids
			? new \WP_Error( 'keycrm_stock_nothing_chosen', __( 'No product was chosen, so nothing was done. Tick the products first.', 'stock-sync-for-keycrm' ), array( 'status' => 400 ) )
			: self::answer( $action, ...$work( $ids ) );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array{list<int>, array<int, string>}
	 * @throws TransactionLost
	 */
	private function switch_on( array $ids ): array {
		if ( ! $this->switch_on->is_possible() ) {
			return array( array(), array_fill_keys( $ids, PushAdviceText::not_switched_on() ) );
		}
		$comparison = $this->lists->comparison();
		$notes      = null === $comparison ? array() : $this->switch_on->switch_on( $ids, $comparison, RunTrigger::Person, $this->clock->now_ms() );
		$left       = array_fill_keys( $ids, __( 'At the last sync this product was not among those whose stock management is off and that KeyCRM knows. Sync again, then look at the list anew.', 'stock-sync-for-keycrm' ) );
		$done       = array();
		foreach ( $notes as $note ) {
			if ( Outcome::Updated === $note->outcome ) {
				$done[] = $note->product_id;
				unset( $left[ $note->product_id ] );
			} else {
				$left[ $note->product_id ] = Outcome::Unchanged === $note->outcome
					? __( 'KeyCRM’s stock is being read at this moment, so its number is not certain yet. Try again when the sync has ended.', 'stock-sync-for-keycrm' )
					: $this->reasons->sentence( $note->outcome, $note->reason );
			}
		}
		return array( $done, $left );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array{list<int>, array<int, string>}
	 * @throws DatabaseError
	 */
	private function repair_status( array $ids ): array {
		$comparison = $this->lists->comparison();
		$notes      = null === $comparison ? array() : $this->repair->by_hand( $ids, $comparison, RunTrigger::Person, $this->clock->now_ms() );
		$done       = array_map( static fn ( Change $note ): int => $note->product_id, $notes );
		return array( $done, array_fill_keys( array_diff( $ids, $done ), __( 'Its stock status still does not fit: another plugin may set it, or the product has been changed or deleted since the last sync. Open the product and save it; if it stays so, ask that plugin’s makers.', 'stock-sync-for-keycrm' ) ) );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array{list<int>, array<int, string>}
	 */
	private function leave_alone( array $ids ): array {
		return $this->marked( $ids, $this->exclusion->exclude( ... ), true, __( 'The mark could not be saved: another plugin may have taken it away. Open the product and look.', 'stock-sync-for-keycrm' ) );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array{list<int>, array<int, string>}
	 */
	private function include( array $ids ): array {
		return $this->marked( $ids, $this->exclusion->include( ... ), false, __( 'It is still left alone because its parent product or its category is. Take the mark away there.', 'stock-sync-for-keycrm' ) );
	}

	/**
	 * @param non-empty-list<int>     $ids
	 * @param \Closure( int ): void   $work
	 * @param string                  $otherwise The reason for a product that was not changed.
	 * @return array{list<int>, array<int, string>}
	 */
	private function marked( array $ids, \Closure $work, bool $excluded, string $otherwise ): array {
		$there = array_map( static fn ( ShopProduct $product ): int => $product->id, $this->catalogue->by_ids( $ids ) );
		array_map( $work, $there );
		$left = array_fill_keys( array_diff( $ids, $there ), __( 'The product has been deleted. There is nothing to do.', 'stock-sync-for-keycrm' ) );
		$done = array();
		foreach ( $this->catalogue->by_ids( $there ) as $product ) {
			if ( $product->excluded === $excluded ) {
				$done[] = $product->id;
			} else {
				$left[ $product->id ] = $otherwise;
			}
		}
		return array( $done, $left );
	}

	/**
	 * @param list<int>          $done
	 * @param array<int, string> $left Why, by product id.
	 * @return array<string, mixed> @see src-admin/contract/mismatch.ts fixSchema
	 */
	private static function answer( MismatchAction $action, array $done, array $left ): array {
		return array(
			'done'    => $done,
			'message' => MismatchActionText::done( $action, count( $done ) ),
			'left'    => array_map(
				static fn ( int $id, string $reason ): array => array(
					'product_id' => $id,
					'reason'     => $reason,
				),
				array_keys( $left ),
				array_values( $left )
			),
		);
	}
}
