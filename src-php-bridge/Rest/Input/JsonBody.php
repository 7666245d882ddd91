<?php
/**
 * Refuses request bodies that are JSON but no object.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest\Input;

defined( 'ABSPATH' ) || exit;

/** WordPress would take a number or a text for the request's parameters, and PHP warns when they are iterated. */
final class JsonBody {

	/** @return \WP_Error|null Null if the body may be used. Broken JSON is refused by WordPress itself. */
	public static function refusal( \WP_REST_Request $request ): ?\WP_Error {
		$body = $request->is_json_content_type() ? json_decode( (string) $request->get_body(), true ) : null;
		return null === $body || is_array( $body ) ? null : new \WP_Error(
			'keycrm_stock_body_not_an_object',
			__( 'The body of this request is JSON, but no object with parameters, so nothing was done.', 'stock-sync-for-keycrm' ),
			array( 'status' => 400 )
		);
	}
}
