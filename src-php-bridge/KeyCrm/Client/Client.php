<?php
/**
 * The way to KeyCRM that its endpoints use.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

interface Client {

	/**
	 * Sends one request, once.
	 *
	 * @throws WaitRequired Before the request, where the client's next slot is far away.
	 * @throws ApiException For everything but a JSON object with a good status.
	 */
	public function send( Request $request ): Response;

	/**
	 * Waits until a request may be sent, and keeps that moment for the next one. For whoever decides as late as possible
	 * what to ask.
	 *
	 * @param bool $ahead Whether the request may be sent one slot before its turn, because it belongs to the last one.
	 * @throws WaitRequired
	 */
	public function wait_for_slot( bool $ahead = false ): void;
}
