<?php
/**
 * Marks chosen products as left alone, or takes the mark away.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Exclusion\ExclusionMarks;

final class FixMarks {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly ExclusionMarks $exclusion,
	) {}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<string, mixed>
	 */
	public function leave_alone( array $ids ): array {
		return $this->marked( $ids, $this->exclusion->exclude( ... ), true, __( 'The mark could not be saved: another plugin may have taken it away. Open the product and look.', 'stock-sync-for-keycrm' ) );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<string, mixed>
	 */
	public function include( array $ids ): array {
		return $this->marked( $ids, $this->exclusion->include( ... ), false, __( 'It is still left alone because its parent product or its category is. Take the mark away there.', 'stock-sync-for-keycrm' ) );
	}

	/**
	 * @param non-empty-list<int>     $ids
	 * @param \Closure( int ): void   $work
	 * @param string                  $otherwise Why one is not as it was asked for.
	 * @return array<string, mixed>
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
		return self::answer( $done, $left );
	}

	/**
	 * @param list<int>          $done
	 * @param array<int, string> $left Why, by product id.
	 * @return array<string, mixed> @see src-admin/contract/mismatch.ts fixSchema
	 */
	public static function answer( array $done, array $left ): array {
		return array(
			'done' => $done,
			'left' => array_map(
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
