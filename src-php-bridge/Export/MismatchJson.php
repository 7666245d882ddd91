<?php
/**
 * Mismatches on the wire.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\AfterWrite\StockStatusCheck;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Catalogue\StockManagement;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Text\Mismatch\MismatchActionText;
use KeyCrmStock\Text\MismatchText;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\Mismatch;
use KeyCrmStock\Value\Change\MismatchGroup;

/** @see src-admin/contract/mismatch.ts mismatchSchema */
final class MismatchJson {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly LevelTable $levels,
		private readonly StockStatusCheck $check,
		private readonly MismatchText $text,
	) {}

	/**
	 * Takes a fixed number of statements, however many mismatches there are.
	 *
	 * @param list<Mismatch> $mismatches
	 * @return list<array<string, mixed>>
	 */
	public function export( array $mismatches, Comparison $comparison ): array {
		$products = array();
		$ids      = array_values( array_unique( array_filter( array_map( static fn ( Mismatch $one ): int => $one->product_id, $mismatches ) ) ) );
		foreach ( $this->catalogue->by_ids( $ids ) as $product ) {
			$products[ $product->id ] = $product;
		}
		$offers = $this->levels->by_offers( array_values( array_filter( array_map( static fn ( Mismatch $one ): int => $one->offer_id, $mismatches ) ) ) );
		$skus   = array_values( array_unique( array_diff( array_map( fn ( Mismatch $one ): string => $this->sku( $one, $products[ $one->product_id ] ?? null ), $mismatches ), array( '' ) ) ) );
		$named  = array() === $offers ? $this->levels->read_since( $skus, $comparison->listed_at ) : array();
		$flawed = $this->flawed( $mismatches, $products );
		return array_map(
			fn ( Mismatch $one ): array => $this->row(
				$one,
				in_array( $one->product_id, $flawed, true ),
				$products[ $one->product_id ] ?? null,
				$one->offer_id > 0 ? array_filter( array( $offers[ $one->offer_id ] ?? null ) ) : $named[ 'sku:' . $this->sku( $one, $products[ $one->product_id ] ?? null ) ] ?? array()
			),
			$mismatches
		);
	}

	/**
	 * @param list<Mismatch>          $mismatches
	 * @param array<int, ShopProduct> $products By id.
	 * @return list<int> Those of the group for wrong statuses that still have one, in any of their languages.
	 */
	private function flawed( array $mismatches, array $products ): array {
		$sets = array();
		foreach ( $mismatches as $one ) {
			if ( MismatchGroup::WrongStatus === $one->group && isset( $products[ $one->product_id ] ) ) {
				$sets[ $one->product_id ] = $products[ $one->product_id ]->translations;
			}
		}
		$flaws = $this->check->flaws( array_merge( ...array_values( $sets ) ) );
		return array_keys( array_filter( $sets, static fn ( array $ids ): bool => array() !== array_intersect_key( $flaws, array_flip( $ids ) ) ) );
	}

	/**
	 * @param bool                 $is_flawed Whether its stock status or lookup row still does not fit.
	 * @param array<int, LevelRow> $offers
	 * @return array<string, mixed>
	 */
	private function row( Mismatch $one, bool $is_flawed, ?ShopProduct $product, array $offers ): array {
		$since = $this->since( $one, $is_flawed, $product );
		return array(
			'product_id'    => $one->product_id,
			// A product that no longer exists keeps the name that it had then.
			'product_name'  => $product->name ?? $one->name,
			'edit_url'      => ProductLink::edit( $product ),
			'sku'           => $this->sku( $one, $product ),
			'in_shop'       => $product?->stock,
			'in_keycrm'     => array_map(
				static fn ( LevelRow $row ): array => array(
					'sku'      => $row->level->sku,
					'quantity' => $row->level->quantity,
				),
				array_values( $offers )
			),
			'reason'        => $this->text->sentence( $one, $product ),
			'since'         => $since,
			'since_text'    => MismatchActionText::since( $since ),
			'can_switch_on' => MismatchGroup::NotManaged === $one->group && null !== $product && StockManagement::Off === $product->managed && $product->kind->may_be_switched_on(),
		);
	}

	/** An excluded product has been compared with no SKU. */
	private function sku( Mismatch $one, ?ShopProduct $product ): string {
		return MismatchGroup::Excluded === $one->group ? $product->sku ?? '' : $one->sku;
	}

	/** What has been done about it since the comparison; the next sync removes it from the list. */
	private function since( Mismatch $one, bool $is_flawed, ?ShopProduct $product ): string {
		return match ( true ) {
			0 === $one->product_id, MismatchGroup::Excluded === $one->group => '',
			null === $product => 'deleted',
			$product->excluded => 'left_alone',
			$product->sku !== $one->sku => 'new_sku',
			MismatchGroup::WrongStatus === $one->group && ! $is_flawed => 'repaired',
			MismatchGroup::NotManaged === $one->group && StockManagement::Own === $product->managed => 'switched_on',
			default => '',
		};
	}
}
