<?php
/**
 * What a run planned and wrote, product by product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\ChangeFilter;
use KeyCrmStock\Store\ChangeTable;
use KeyCrmStock\Value\Outcome;

/** GET /runs/{id}/changes (page, per_page, outcome, search by SKU). */
final class ChangesController extends Controller {

	public function __construct(
		private readonly ChangeTable $changes,
		private readonly ChangeJson $json,
	) {}

	public function register(): void {
		$args = $this->paging() + array(
			'outcome' => array(
				'type' => 'string',
				'enum' => array( '', ...array_column( Outcome::cases(), 'value' ) ),
			),
			'search'  => array(
				'type'      => 'string',
				'maxLength' => 200,
			),
		);
		register_rest_route( self::NAMESPACE, '/runs/(?P<id>\d+)/changes', array( $this->route( 'GET', fn ( \WP_REST_Request $request ): array => $this->page( $request ), $args ) ) );
	}

	/** @return array<string, mixed> */
	private function page( \WP_REST_Request $request ): array {
		$page     = (int) $request['page'];
		$per_page = (int) $request['per_page'];
		$filter   = new ChangeFilter( (int) $request['id'], Outcome::tryFrom( (string) $request['outcome'] ), trim( (string) $request['search'] ) );
		return array(
			'items'    => $this->json->of( $this->changes->page( $filter, $page, $per_page ) ),
			'total'    => $this->changes->count( $filter ),
			'page'     => $page,
			'per_page' => $per_page,
		);
	}
}
