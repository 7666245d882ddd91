<?php
/**
 * The answer of a route that does something to a run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\RunJson;
use KeyCrmStock\Sync\Run\RunActive;
use KeyCrmStock\Value\Run\Run;

/** The whole run, or a 409 with the run that is in the way as `data.run`. */
final class RunResponse {

	public function __construct( private readonly RunJson $json ) {}

	/**
	 * @param callable(): Run $work
	 * @return array<string, mixed>|\WP_Error
	 */
	public function after( callable $work ): array|\WP_Error {
		try {
			return $this->json->export( $work() );
		} catch ( RunActive $active ) {
			return new \WP_Error(
				'keycrm_stock_run_active',
				$active->getMessage(),
				array(
					'status' => 409,
					'run'    => $this->json->export( $active->run ),
				)
			);
		}
	}
}
