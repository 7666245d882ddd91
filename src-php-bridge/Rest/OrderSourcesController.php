<?php
/**
 * The KeyCRM account's sales channels.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Order\OrderEndpoint;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Value\Order\OrderSource;

/** GET /order-sources: one request to KeyCRM, with the saved key. Saves nothing. */
final class OrderSourcesController extends Controller {

	public function __construct( private readonly OrderEndpoint $orders ) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route( self::NAMESPACE, '/order-sources', array( $this->route( 'GET', fn (): array => $this->answer() ) ) );
	}

	/** @return array{items: list<array{id: int, name: string}>} @see src-admin/contract/settings/order-sources.ts */
	private function answer(): array {
		return array(
			'items' => array_map(
				static fn ( OrderSource $source ): array => array(
					'id'   => $source->id,
					'name' => $source->name,
				),
				$this->orders->sources()
			),
		);
	}
}
