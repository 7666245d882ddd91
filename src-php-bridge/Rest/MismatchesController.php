<?php
/**
 * What is out of step between the shop and KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\IsoTime;
use KeyCrmStock\Export\MismatchJson;
use KeyCrmStock\Export\MismatchRows;
use KeyCrmStock\Sync\Product\MismatchLists;
use KeyCrmStock\Text\MismatchText;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\MismatchGroup;

/**
 * - GET /unmatched/groups: how many there are of each kind, and when the two sides were compared
 * - GET /unmatched (group, page, per_page; format=csv for the whole group as a file)
 */
final class MismatchesController extends Controller {

	public function __construct(
		private readonly MismatchLists $lists,
		private readonly MismatchJson $json,
		private readonly MismatchRows $csv,
		private readonly MismatchText $text,
	) {}

	public function register(): void {
		$arguments = $this->paging() + array(
			'group'  => array(
				'type'    => 'string',
				'enum'    => array_column( MismatchGroup::cases(), 'value' ),
				'default' => MismatchGroup::NearMiss->value,
			),
			'format' => array(
				'type'    => 'string',
				'enum'    => array( '', 'json', 'csv' ),
				'default' => '',
			),
		);
		register_rest_route( self::NAMESPACE, '/unmatched', array( $this->route( 'GET', fn ( \WP_REST_Request $request ): array|\WP_REST_Response => $this->answer( $request ), $arguments ) ) );
		register_rest_route( self::NAMESPACE, '/unmatched/groups', array( $this->route( 'GET', fn (): array => $this->groups() ) ) );
	}

	/** @return array<string, mixed> */
	private function groups(): array {
		$of = $this->lists->comparison();
		return array(
			'run_id'      => $of->run_id ?? 0,
			'compared_at' => IsoTime::iso( $of?->compared_at ),
			'listed_at'   => IsoTime::iso( $of?->listed_at ),
			'groups'      => null === $of ? array() : array_map( fn ( MismatchGroup $group ): array => $this->group( $group, $of ), MismatchGroup::cases() ),
		);
	}

	/** @return array<string, mixed> */
	private function group( MismatchGroup $group, Comparison $of ): array {
		return array(
			'group'  => $group->value,
			'name'   => $this->text->group( $group ),
			'advice' => $this->text->advice( $group ),
			'count'  => $this->lists->count( $group, $of ),
		);
	}

	/** @return array<string, mixed>|\WP_REST_Response */
	private function answer( \WP_REST_Request $request ): array|\WP_REST_Response {
		$group = MismatchGroup::from( (string) $request['group'] );
		$of    = $this->lists->comparison();
		if ( 'csv' === $request['format'] ) {
			return CsvResponse::of( "keycrm-stock-{$group->value}.csv", $this->csv->rows( $group, $of ) );
		}
		$page     = (int) $request['page'];
		$per_page = (int) $request['per_page'];
		return array(
			'items'    => null === $of ? array() : $this->json->of( $this->lists->page( $group, $of, $page, $per_page ), $of ),
			'total'    => null === $of ? 0 : $this->lists->count( $group, $of ),
			'page'     => $page,
			'per_page' => $per_page,
		);
	}
}
