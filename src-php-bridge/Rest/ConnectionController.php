<?php
/**
 * Does the key work?
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\ApiException;
use KeyCrmStock\KeyCrm\ErrorText;
use KeyCrmStock\KeyCrm\StockQuery;
use KeyCrmStock\Settings\ApiKey;
use KeyCrmStock\Sync\MustWait;
use KeyCrmStock\Sync\PacedReader;
use KeyCrmStock\Value\RunError;

/** POST /connection (api_key): one call with the given or the saved key. Saves nothing. */
final class ConnectionController extends Controller {

	/** @param \Closure( ?string ): PacedReader $reader With the given key, or the saved one for null. */
	public function __construct(
		private readonly \Closure $reader,
		private readonly ErrorText $error_text,
	) {}

	public function register(): void {
		register_rest_route(
			self::NAMESPACE,
			'/connection',
			array(
				$this->route(
					'POST',
					fn ( \WP_REST_Request $request ): array => $this->test( is_string( $request['api_key'] ) ? $request['api_key'] : null ),
					array( 'api_key' => array( 'type' => 'string' ) )
				),
			)
		);
	}

	/** @return array{ok: bool, code: string, message: string, hint: string, offers: int} */
	private function test( ?string $pasted ): array {
		$key = null === $pasted ? null : ApiKey::clean( $pasted );
		try {
			$total = ( $this->reader )( $key )->page( StockQuery::all( 1 ) )->total;
		} catch ( ApiException $error ) {
			return $this->failed( $this->error_text->to_run_error( $error ) );
		} catch ( MustWait $wait ) {
			return $this->failed( new RunError( 'must_wait', ErrorAnswer::wait_text( $wait ), '' ) );
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
			'offers'  => $total,
		);
	}

	/** @return array{ok: bool, code: string, message: string, hint: string, offers: int} */
	private function failed( RunError $error ): array {
		return array(
			'ok'      => false,
			'code'    => $error->code,
			'message' => $error->message,
			'hint'    => $error->hint,
			'offers'  => 0,
		);
	}
}
