<?php
/**
 * Who may enter the webhook's address.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Rest\ErrorResponse;
use KeyCrmStock\Settings\SecretAddress;

/**
 * Stands before everything else of a request, so that a stranger costs the shop nothing: no query, no object, and no
 * other answer than 404, whatever the body is.
 */
final class WebhookGate {

	/** WordPress finds routes whatever the case of their letters. */
	private const ROUTE = '#/webhook/(.*)$#Dis';

	/**
	 * @param \WP_REST_Request         $request A request to any route of ours.
	 * @param \Closure(): SecretAddress $address
	 * @return \WP_Error|null Null if the request may go on.
	 */
	public static function refusal( \WP_REST_Request $request, \Closure $address ): ?\WP_Error {
		if ( 1 !== preg_match( self::ROUTE, $request->get_route(), $found ) ) {
			return null;
		}
		try {
			$is_right = $address()->is( $found[1] );
		} catch ( DatabaseError $error ) {
			return ErrorResponse::from_error( $error );
		}
		// The body is a message of KeyCRM's. WordPress would take JSON for parameters, and answer broken JSON itself.
		$request->set_header( 'Content-Type', 'text/plain' );
		return $is_right ? null : self::not_found();
	}

	public static function not_found(): \WP_Error {
		return new \WP_Error(
			'keycrm_stock_webhook_not_found',
			__( 'There is no webhook at this address. It may have been replaced or switched off: see WooCommerce → KeyCRM stock → Settings in the shop.', 'stock-sync-for-keycrm' ),
			array( 'status' => 404 )
		);
	}
}
