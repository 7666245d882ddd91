<?php
/**
 * Syncs one product at a person’s word.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\ProductSyncJson;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Sync\Product\ProductSync;
use KeyCrmStock\Value\Run\RunTrigger;

/** POST /products/{id}/sync: asks KeyCRM, writes, and says what happened. The product's own screen and lists call it. */
final class ProductSyncController extends Controller {

	public function __construct(
		private readonly ProductSync $sync,
		private readonly ProductSyncJson $json,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route(
			self::NAMESPACE,
			'/products/(?P<id>\d+)/sync',
			array( $this->route( 'POST', fn ( \WP_REST_Request $request ): array|\WP_Error => $this->answer( $this->path_id( $request ) ) ) )
		);
	}

	/** @return array<string, mixed>|\WP_Error @see src-admin/contract/product-sync.ts productSyncSchema */
	private function answer( int $product_id ): array|\WP_Error {
		// Some plugins let a shop manager edit only part of the products. What may not be edited may not be synced by name.
		if ( null !== get_post( $product_id ) && ! current_user_can( 'edit_post', $product_id ) ) {
			return new \WP_Error( 'rest_forbidden', __( 'You may not edit this product, so it was not synced. Ask an administrator of the shop.', 'stock-sync-for-keycrm' ), array( 'status' => 403 ) );
		}
		$report = $this->sync->sync( $product_id, RunTrigger::Person );
		return null === $report
			? new \WP_Error( 'keycrm_stock_product_not_found', __( 'The shop has no such product, or it is in the bin, so there is nothing to sync. Look at the list of products anew.', 'stock-sync-for-keycrm' ), array( 'status' => 404 ) )
			: $this->json->export( $product_id, $report );
	}
}
