<?php
/**
 * What came of syncing one product, on the wire.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Text\ProductSyncText;
use KeyCrmStock\Text\ReasonText;
use KeyCrmStock\Value\Change\SyncedProduct;
use KeyCrmStock\Value\Run\ProductSyncReport;

/** @see src-admin/contract/product-sync.ts productSyncSchema */
final class ProductSyncJson {

	private readonly ProductSyncText $text;

	public function __construct( ReasonText $reasons ) {
		$this->text = new ProductSyncText( $reasons );
	}

	/** @return array{product_id: int, level: string, summary: string, products: list<array<string, mixed>>} */
	public function export( int $product_id, ProductSyncReport $report ): array {
		return array(
			'product_id' => $product_id,
			'level'      => match ( true ) {
				$report->needs_attention() => 'warning',
				$report->count_later() > 0 => 'info',
				default => 'success',
			},
			'summary'    => $this->text->summary( $report ),
			'products'   => array_map( $this->row( ... ), $report->products ),
		);
	}

	/** @return array<string, mixed> */
	private function row( SyncedProduct $one ): array {
		return array(
			'product_id' => $one->product_id,
			'sku'        => $one->sku,
			'name'       => $one->name,
			'outcome'    => $one->outcome->value,
			'later'      => $one->is_later,
			'before'     => $one->before,
			'after'      => $one->after,
			'sentence'   => $this->text->sentence( $one ),
		);
	}
}
