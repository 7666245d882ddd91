<?php
/**
 * One change that is to be taken back, and what has happened to its product since.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\ShopProduct;
use KeyCrmStock\Shop\StockManagement;
use KeyCrmStock\Value\Change;
use KeyCrmStock\Value\Outcome;

/**
 * Pure. A product is put back only where its number is what the run wrote less what customers have
 * bought since: anything else is somebody's later word. The number moves by what the run had moved it,
 * so a sale in between stays a sale.
 */
final class UndoItem {

	private const SAME = 0.0000005;

	/**
	 * @param array<int, ShopProduct>  $members The product and its translations, as far as they are still there.
	 * @param array<int, list<float>>  $sold    By member, what may have been sold since: orders have whole
	 *                                          seconds, so one of the very second may be counted or not.
	 * @param float                    $lowest  No number is set below it.
	 */
	public function __construct(
		public readonly Change $change,
		private readonly array $members,
		private readonly array $sold,
		private readonly float $lowest,
	) {}

	/** What becomes of it as far as can be known before the lock; Updated where it goes back. */
	public function outcome(): Outcome {
		$product = $this->members[ $this->change->product_id ] ?? null;
		return match ( true ) {
			null === $product => Outcome::Failed,
			$product->excluded => Outcome::Excluded,
			StockManagement::Parent === $product->managed => Outcome::ManagedByParent,
			StockManagement::Off === $product->managed, null === $this->change->before => Outcome::NotManaged,
			! isset( $this->targets( $this->present() )[ $product->id ] ) => Outcome::ChangedSince,
			default => Outcome::Updated,
		};
	}

	/** A word on the outcome that the edge turns into a sentence. */
	public function reason(): string {
		return match ( $this->outcome() ) {
			Outcome::Updated => 'undo',
			Outcome::Failed => 'deleted',
			Outcome::NotManaged => null === $this->change->before ? 'no_number_before' : '',
			default => '',
		};
	}

	/** @return list<int> */
	public function product_ids(): array {
		return array_keys( $this->members );
	}

	/** @return array<int, float|null> The numbers that the members had when they were looked at. */
	public function present(): array {
		return array_map( static fn ( ShopProduct $member ): ?float => $member->stock, $this->members );
	}

	/**
	 * @param array<int, float|null> $present By product id.
	 * @return array<int, float> By product id; a member that must be left alone is missing.
	 */
	public function targets( array $present ): array {
		if ( null === $this->change->before || null === $this->change->after ) {
			return array();
		}
		$offset  = $this->change->before - $this->change->after;
		$lowest  = min( $this->lowest, $this->change->before );
		$targets = array();
		foreach ( array_intersect_key( $present, $this->members ) as $id => $number ) {
			if ( null !== $number && $this->is_explained( $id, $number ) ) {
				$targets[ $id ] = max( $lowest, round( $number + $offset, Formula::DECIMALS ) );
			}
		}
		return $targets;
	}

	private function is_explained( int $id, float $number ): bool {
		foreach ( $this->sold[ $id ] ?? array( 0.0 ) as $sold ) {
			if ( abs( (float) $this->change->after - $sold - $number ) <= self::SAME ) {
				return true;
			}
		}
		return false;
	}
}
