<?php
/**
 * The history of one product's number.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Export\IsoTime;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Sync\Product\ProductHistory;
use KeyCrmStock\Text\ReasonText;

/** GET /products/{id}/history (days): every number written for one product or variation, oldest first. */
final class ProductHistoryController extends Controller {

	public function __construct(
		private readonly ProductHistory $history,
		private readonly ReasonText $reasons,
		private readonly Clock $clock,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route(
			self::NAMESPACE,
			'/products/(?P<id>\d+)/history',
			array( $this->route( 'GET', fn ( \WP_REST_Request $request ): array => $this->answer( $this->path_id( $request ), (int) $request['days'] ), $arguments->for_route( 'history' ) ) )
		);
	}

	/**
	 * @return array<string, mixed> @see src-admin/contract/history.ts productHistorySchema
	 * @throws NotFound
	 */
	private function answer( int $product_id, int $days ): array {
		$now     = $this->clock->now_ms();
		$history = $this->history->for_product( $product_id, $now - $days * DAY_IN_SECONDS * 1000 ) ?? throw NotFound::product();
		return array(
			'product_id' => $product_id,
			'sku'        => $history->product->sku,
			'since'      => IsoTime::iso( $now - $days * DAY_IN_SECONDS * 1000 ),
			'now'        => IsoTime::iso( $now ),
			'in_shop'    => $history->product->stock,
			'in_keycrm'  => $history->level?->quantity,
			'read_at'    => IsoTime::iso( $history->level?->read_at ),
			'items'      => array_map( $this->item( ... ), $history->changes ),
		);
	}

	/** @return array<string, mixed> */
	private function item( \KeyCrmStock\Value\Change\Change $change ): array {
		$quantity = $change->parts['quantity'] ?? null;
		return array(
			'at'        => IsoTime::iso( $change->written_at ),
			'run_id'    => $change->run_id,
			'before'    => $change->before,
			'after'     => $change->after,
			'in_keycrm' => is_numeric( $quantity ) ? (float) $quantity : null,
			'reason'    => $this->reasons->sentence( $change->outcome, $change->reason ),
		);
	}
}
