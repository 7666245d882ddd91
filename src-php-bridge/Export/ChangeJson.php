<?php
/**
 * Changes on the wire.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Text\CreationText;
use KeyCrmStock\Text\Push\PushedText;
use KeyCrmStock\Text\ReasonText;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Creation;
use KeyCrmStock\Value\Change\PendingProduct;
use KeyCrmStock\Value\Stock\Availability;
use KeyCrmStock\Value\Stock\PushedQuantity;
use KeyCrmStock\Value\Stock\Side;

/** @see src-admin/contract/change.ts changeSchema */
final class ChangeJson {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly ReasonText $reasons,
	) {}

	/**
	 * @param list<Change> $changes
	 * @return list<array<string, mixed>>
	 */
	public function export( array $changes ): array {
		$ids      = array_map( static fn ( Change $change ): int => $change->product_id, $changes );
		$products = array();
		foreach ( array() === $ids ? array() : $this->catalogue->by_ids( $ids ) as $product ) {
			$products[ $product->id ] = $product;
		}
		return array_map(
			fn ( Change $change ): array => $this->row( $change, $products[ $change->product_id ] ?? null ),
			$changes
		);
	}

	/** @return array<string, mixed> */
	private function row( Change $change, ?ShopProduct $product ): array {
		$pushed = Side::KeyCrm === $change->side && ! isset( $change->parts[ Creation::KEY ] ) ? array_values( $change->parts ?? array() ) : array();
		return array(
			'id'           => $change->id,
			'run_id'       => $change->run_id,
			'side'         => $change->side->value,
			'product_id'   => PendingProduct::shown( $change->product_id ),
			// A product that no longer exists keeps the name that it had then.
			'product_name' => $product->name ?? $change->name,
			'edit_url'     => ProductLink::edit( $product ),
			'sku'          => $change->sku,
			'before'       => $change->before,
			'after'        => $change->after,
			'outcome'      => $change->outcome->value,
			'reason'       => $this->reasons->sentence( $change->outcome, $change->reason ),
			'parts'        => null === $change->parts || isset( $change->parts[ Creation::KEY ] ) || Side::KeyCrm === $change->side ? null : $change->parts + Availability::ADDED_LATER,
			'creation'     => self::creation( $change ),
			'pushed'       => $pushed,
			'pushed_texts' => array_map( static fn ( mixed $gets ): string => PushedText::sentence( PushedQuantity::from_array( (array) $gets ) ), $pushed ),
			'written_at'   => IsoTime::iso( $change->written_at ),
		);
	}

	/** @return list<array{label: string, value: string}> */
	private static function creation( Change $change ): array {
		$made = Creation::from_parts( $change->parts );
		return null === $made ? array() : CreationText::fields( $made );
	}
}
