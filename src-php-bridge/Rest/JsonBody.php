<?php
/**
 * Refuses bodies that are JSON and no object.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

/** WordPress takes a number or a text for the request's parameters too, and then warns where it goes through them. */
final class JsonBody {

	/** @return \WP_Error|null Null where the body may be used; broken JSON is WordPress's own affair. */
	public static function refusal( \WP_REST_Request $request ): ?\WP_Error {
		$body = $request->is_json_content_type() ? json_decode( (string) $request->get_body(), true ) : null;
		return null === $body || is_array( $body ) ? null : new \WP_Error(
			'keycrm_stock_body_not_an_object',
			__( 'The body of this request is JSON, but no object with parameters, so nothing was done.', 'stock-sync-for-keycrm' ),
			array( 'status' => 400 )
		);
	}
}
