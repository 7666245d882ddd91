<?php
/**
 * Tests whether the API key works.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Stock\StockEndpoint;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Settings\ApiKeyInput;
use KeyCrmStock\Text\Run\RunErrorText;
use KeyCrmStock\Text\Run\WaitText;

/** POST /connection (api_key): one call with the given or the saved key. Saves nothing. */
final class ConnectionController extends Controller {

	/** @param \Closure( ?string ): StockEndpoint $stocks With the given key, or the saved one for null. */
	public function __construct( private readonly \Closure $stocks ) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route(
			self::NAMESPACE,
			'/connection',
			array(
				$this->route(
					'POST',
					fn ( \WP_REST_Request $request ): array => $this->test( is_string( $request['api_key'] ) ? $request['api_key'] : null ),
					$arguments->for_route( 'connection' )
				),
			)
		);
	}

	/** @return array{ok: bool, code: string, message: string, hint: string, details: string, offers: int} */
	private function test( ?string $pasted ): array {
		$key = null === $pasted ? null : ApiKeyInput::clean( $pasted );
		try {
			$total = ( $this->stocks )( $key )->page( StockQuery::all( 1 ) )->total;
		} catch ( ApiException $error ) {
			$told = RunErrorText::to_array( $error->to_run_error() );
			return $this->failed( ...$told );
		} catch ( WaitRequired $wait ) {
			return $this->failed( 'must_wait', WaitText::sentence( $wait->seconds_left( (int) ( microtime( true ) * 1000 ) ) ), '', '' );
		}
		return array(
			'ok'      => true,
			'code'    => 'ok',
			'message' => sprintf(
				/* translators: %s: number of product variants */
				_n( 'Works. %s product variant found.', 'Works. %s product variants found.', $total, 'stock-sync-for-keycrm' ),
				number_format_i18n( $total )
			),
			'hint'    => '',
			'details' => '',
			'offers'  => $total,
		);
	}

	/** @return array{ok: bool, code: string, message: string, hint: string, details: string, offers: int} */
	private function failed( string $code, string $message, string $hint, string $details ): array {
		return array(
			'ok'      => false,
			'code'    => $code,
			'message' => $message,
			'hint'    => $hint,
			'details' => $details,
			'offers'  => 0,
		);
	}
}
