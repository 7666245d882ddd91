<?php
/**
 * Calls the shop itself, without waiting for an answer.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\SecretAddress;

/** As WordPress starts WP-Cron. Whether the call arrives is seen only by whoever is called. */
final class Loopback {

	public function __construct( private readonly SecretAddress $address ) {}

	public function call(): void {
		wp_remote_post(
			$this->address->url(),
			array(
				'timeout'   => 0.01,
				'blocking'  => false,
				'cookies'   => array(),
				// WordPress's own filter: the certificate need not fit the name under which the server reaches itself.
				'sslverify' => apply_filters( 'https_local_ssl_verify', false ),
			)
		);
	}
}
