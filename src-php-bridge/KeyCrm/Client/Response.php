<?php
/**
 * What KeyCRM answered to one request.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

use stdClass;

final class Response {

	/**
	 * @param stdClass $data    As decoded. An object, so that {} and [] stay different.
	 * @param int      $sent_at When the request was sent, unix milliseconds. The answer's data is not older.
	 */
	public function __construct(
		public readonly stdClass $data,
		public readonly int $sent_at,
	) {}
}
