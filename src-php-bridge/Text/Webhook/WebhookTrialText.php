<?php
/**
 * Says what came back when the shop called its own webhook address, and what to do.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Webhook\TrialOutcome;
use KeyCrmStock\Value\Webhook\TrialResult;

final class WebhookTrialText {

	/** What happened. */
	public static function message( TrialResult $result ): string {
		return match ( $result->outcome ) {
			TrialOutcome::Reached => __( 'The test arrived: KeyCRM can reach the shop at this address.', 'stock-sync-for-keycrm' ),
			TrialOutcome::IsPrivate => __( 'The test arrived, but from this server only: the address belongs to a private network, where KeyCRM cannot reach it.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Off => __( 'Nothing was sent, because webhooks are switched off here.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Password => __( 'The web server asks for a user name and a password before WordPress is reached.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Login => __( 'WordPress, or a security plugin in it, lets only logged-in users call this address.', 'stock-sync-for-keycrm' ),
			/* translators: %d: an HTTP status, e.g. 403. */
			TrialOutcome::Firewall => sprintf( __( 'A firewall or the web server refused the test before it reached WordPress (HTTP %d).', 'stock-sync-for-keycrm' ), $result->status ),
			TrialOutcome::Redirected => '' === $result->host
				? __( 'The address leads to another one, where messages do not arrive.', 'stock-sync-for-keycrm' )
				/* translators: %s: a host, e.g. www.example.com. */
				: sprintf( __( 'The address leads to another one (at %s), where messages do not arrive.', 'stock-sync-for-keycrm' ), $result->host ),
			TrialOutcome::NotFound => __( 'The site does not know this address (HTTP 404).', 'stock-sync-for-keycrm' ),
			TrialOutcome::Intercepted => __( 'Something else answered in the plugin’s place, for example a cache or a check for robots.', 'stock-sync-for-keycrm' ),
			/* translators: %d: an HTTP status, e.g. 500. */
			TrialOutcome::Failed => sprintf( __( 'The address answered with an error (HTTP %d).', 'stock-sync-for-keycrm' ), $result->status ),
			TrialOutcome::Timeout => __( 'No answer came within 10 seconds.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Certificate => __( 'No secure connection could be made: the shop’s certificate is not valid.', 'stock-sync-for-keycrm' ),
			TrialOutcome::UnknownHost => __( 'This server does not find the shop’s own address.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Blocked => __( 'WordPress is set up to send no requests, so the address could not be tested from here.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Unreachable => __( 'This server could not connect to the shop’s own address.', 'stock-sync-for-keycrm' ),
		};
	}

	/** What to do; '' for nothing. */
	public static function hint( TrialResult $result ): string {
		return match ( $result->outcome ) {
			TrialOutcome::Reached => '',
			TrialOutcome::IsPrivate => __( 'It works as soon as the shop has an address on the Internet.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Off => __( 'Switch them on and save.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Password => __( 'Exempt addresses that contain /keycrm-stock/v1/webhook/ from the password, or ask your hosting provider to. KeyCRM cannot log in.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Login => __( 'Allow addresses that contain /keycrm-stock/v1/webhook/ in the plugin that closes the REST API. The secret in the address is the permission.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Firewall => __( 'Allow POST requests to addresses that contain /keycrm-stock/v1/webhook/ in the firewall (Cloudflare, Wordfence, the hosting provider’s own).', 'stock-sync-for-keycrm' ),
			TrialOutcome::Redirected => __( 'Correct the site’s address under Settings → General (http or https, with or without www), load this page again, and copy the new address to KeyCRM.', 'stock-sync-for-keycrm' ),
			TrialOutcome::NotFound => __( 'Somebody may have made a new address meanwhile: load this page again. If it stays so, open Settings → Permalinks and save, and check that no plugin switches the REST API off.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Intercepted => __( 'Exempt addresses that contain /keycrm-stock/v1/webhook/ from it.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Failed => __( 'Look into WooCommerce → Status → Logs, or ask your hosting provider.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Timeout => __( 'Some servers cannot call themselves. If what KeyCRM sends arrives, all is well; otherwise ask your hosting provider.', 'stock-sync-for-keycrm' ),
			TrialOutcome::Certificate => __( 'Have the certificate renewed: KeyCRM refuses it as well.', 'stock-sync-for-keycrm' ),
			TrialOutcome::UnknownHost, TrialOutcome::Blocked, TrialOutcome::Unreachable => __( 'KeyCRM calls from outside and may reach it all the same: change the stock of a product in KeyCRM, and look here whether it came in.', 'stock-sync-for-keycrm' ),
		};
	}
}
