<?php
/**
 * One change that is to be undone, and what has happened to its product since.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Catalogue\StockManagement;
use KeyCrmStock\Shop\Stock\StockQuantity;
use KeyCrmStock\Sync\Availability\Formula;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;

/**
 * Pure. A product, or a translation of it that the run has written, is put back only if its number is what the run wrote
 * less what customers have bought since. Otherwise another program or a person has changed it. The number moves
 * back by the run's difference, so a sale in between stays a sale.
 */
final class UndoItem {

	/**
	 * @param array<int, ShopProduct>  $members Products that the run has written and that still exist.
	 * @param array<int, list<float>>  $sold    By member, what may have been sold since. Orders have whole
	 *                                          seconds, so one of the same second may count or not.
	 * @param float                    $lowest  No number is set below it.
	 */
	public function __construct(
		public readonly Change $change,
		private readonly array $members,
		private readonly array $sold,
		private readonly float $lowest,
	) {}

	/** The outcome as far as it is known before the lock; Updated if the number goes back. */
	public function outcome(): Outcome {
		$managed = array_map( static fn ( ShopProduct $member ): StockManagement => $member->managed, array_values( $this->members ) );
		return match ( true ) {
			array() === $this->members => Outcome::Failed,
			array() !== array_filter( $this->members, static fn ( ShopProduct $member ): bool => $member->excluded ) => Outcome::Excluded,
			! in_array( StockManagement::Own, $managed, true ) => StockManagement::Parent === $managed[0] ? Outcome::ManagedByParent : Outcome::NotManaged,
			! $this->had_number() => Outcome::NotManaged,
			array() === $this->targets( $this->present() ) => Outcome::ChangedSince,
			default => Outcome::Updated,
		};
	}

	/** A code for the reason of the outcome, from which Text makes a sentence. */
	public function reason(): string {
		return match ( $this->outcome() ) {
			Outcome::Updated => 'undo',
			Outcome::Failed => 'deleted',
			Outcome::NotManaged => $this->had_number() ? '' : 'no_number_before',
			default => '',
		};
	}

	/** @return list<int> */
	public function product_ids(): array {
		return array_keys( $this->members );
	}

	/** The member whose numbers are shown: the product itself, if it goes back. */
	public function shown_id(): int {
		$targets = $this->targets( $this->present() );
		return isset( $targets[ $this->change->product_id ] ) ? $this->change->product_id : array_key_first( $targets ) ?? $this->change->product_id;
	}

	/** @return array<int, float|null> The numbers that the members had when they were looked at. */
	public function present(): array {
		return array_map( static fn ( ShopProduct $member ): ?float => $member->stock, $this->members );
	}

	/**
	 * @param array<int, float|null> $present By product id.
	 * @return array<int, float> By product id; a member that must not be written is missing.
	 */
	public function targets( array $present ): array {
		$targets = array();
		foreach ( $this->members as $id => $member ) {
			[ $before, $after ] = $this->written( $id );
			$number             = $present[ $id ] ?? null;
			if ( StockManagement::Own === $member->managed && null !== $number && null !== $before && null !== $after && $this->is_explained( $id, $after, $number ) ) {
				$targets[ $id ] = max( min( $this->lowest, $before ), round( $number + $before - $after, Formula::DECIMALS ) );
			}
		}
		return $targets;
	}

	private function had_number(): bool {
		return array() !== array_filter( array_keys( $this->members ), fn ( int $id ): bool => null !== $this->written( $id )[0] );
	}

	/** @return array{float|null, float|null} The member's number before and after the run. */
	private function written( int $id ): array {
		return $this->change->members[ $id ] ?? array( $this->change->before, $this->change->after );
	}

	private function is_explained( int $id, float $after, float $number ): bool {
		foreach ( $this->sold[ $id ] ?? array( 0.0 ) as $sold ) {
			if ( StockQuantity::equal( $after - $sold, $number ) ) {
				return true;
			}
		}
		return false;
	}
}
