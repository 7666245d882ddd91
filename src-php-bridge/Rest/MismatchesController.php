<?php
/**
 * Mismatches between the shop and KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\IsoTime;
use KeyCrmStock\Export\MismatchJson;
use KeyCrmStock\Export\MismatchRows;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Sync\Product\MismatchLists;
use KeyCrmStock\Text\CreationText;
use KeyCrmStock\Text\Mismatch\MismatchActionText;
use KeyCrmStock\Text\Mismatch\PushAdviceText;
use KeyCrmStock\Text\MismatchText;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\MismatchAction;
use KeyCrmStock\Value\Change\MismatchGroup;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Stock\Side;

/**
 * - GET /unmatched/groups: how many mismatches each group has, and when shop and KeyCRM were compared
 * - GET /unmatched (group, page, per_page; format=csv for the whole group as a file)
 */
final class MismatchesController extends Controller {

	public function __construct(
		private readonly MismatchLists $lists,
		private readonly MismatchJson $json,
		private readonly MismatchRows $csv,
		private readonly MismatchText $text,
		private readonly SettingsStore $settings,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route( self::NAMESPACE, '/unmatched', array( $this->route( 'GET', fn ( \WP_REST_Request $request ): array|\WP_REST_Response => $this->answer( $request ), $arguments->for_route( 'mismatches' ) ) ) );
		register_rest_route( self::NAMESPACE, '/unmatched/groups', array( $this->route( 'GET', fn (): array => $this->groups() ) ) );
	}

	/** @return array<string, mixed> */
	private function groups(): array {
		$comparison = $this->lists->comparison();
		$written    = $this->settings->get()->written_side();
		return array(
			'run_id'      => $comparison->run_id ?? 0,
			'compared_at' => IsoTime::iso( $comparison?->compared_at ),
			'listed_at'   => IsoTime::iso( $comparison?->listed_at ),
			'groups'      => null === $comparison ? array() : array_map( fn ( MismatchGroup $group ): array => $this->group( $group, $comparison, $written ), MismatchGroup::cases() ),
		);
	}

	/** @return array<string, mixed> */
	private function group( MismatchGroup $group, Comparison $comparison, Side $written ): array {
		return array(
			'group'   => $group->value,
			'name'    => $this->text->group( $group ),
			'advice'  => ( Side::KeyCrm === $written ? PushAdviceText::advice( $group ) : '' ) ?: $this->text->advice( $group ),
			'count'   => $this->lists->count( $group, $comparison ),
			'create'  => self::create( $group, $written ),
			'actions' => array_map(
				static fn ( MismatchAction $action ): array => array(
					'action' => $action->value,
					'label'  => MismatchActionText::label( $action ),
					'failed' => MismatchActionText::failed( $action ),
				),
				MismatchAction::for_group( $group, $written )
			),
		);
	}

	/**
	 * While the shop keeps the stock that counts, KeyCRM's may not be written into drafts.
	 *
	 * @return array{mode: string, label: string}|null
	 */
	private static function create( MismatchGroup $group, Side $written ): ?array {
		$mode = match ( true ) {
			MismatchGroup::NotInKeyCrm === $group => RunMode::CreateInKeyCrm,
			MismatchGroup::OnlyInKeyCrm === $group && Side::Shop === $written => RunMode::CreateInShop,
			default => null,
		};
		return null === $mode ? null : array(
			'mode'  => $mode->value,
			'label' => CreationText::button( $mode ),
		);
	}

	/** @return array<string, mixed>|\WP_REST_Response */
	private function answer( \WP_REST_Request $request ): array|\WP_REST_Response {
		$group      = MismatchGroup::from( (string) $request['group'] );
		$comparison = $this->lists->comparison();
		if ( 'csv' === $request['format'] ) {
			return CsvResponse::download( "keycrm-stock-{$group->value}.csv", $this->csv->rows( $group, $comparison ) );
		}
		$page     = (int) $request['page'];
		$per_page = (int) $request['per_page'];
		return array(
			'items'    => null === $comparison ? array() : $this->json->export( $this->lists->page( $group, $comparison, $page, $per_page ), $comparison ),
			'total'    => null === $comparison ? 0 : $this->lists->count( $group, $comparison ),
			'page'     => $page,
			'per_page' => $per_page,
		);
	}
}
