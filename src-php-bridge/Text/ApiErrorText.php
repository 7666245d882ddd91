<?php
/**
 * Says in the owner's words what went wrong with KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\Value\Run\RunError;

/**
 * One message (what happened, what it means) and one hint (what to do) for each ErrorKind.
 *
 * @see \KeyCrmStock\KeyCrm\Client\ApiException::to_run_error() for what the errors name.
 */
final class ApiErrorText {

	public static function message( ErrorKind $kind, RunError $error ): string {
		return self::what_happened( $kind, $error ) . self::quote( $kind, $error ) . ' ' . __( 'Stock in the shop stays as it was.', 'stock-sync-for-keycrm' );
	}

	public static function hint( ErrorKind $kind, RunError $error ): string {
		return match ( $kind ) {
			ErrorKind::Timeout, ErrorKind::Network => __( 'It often passes by itself, and the next sync tries again. If it stays so for hours, see whether KeyCRM opens in your browser; if it does, show the technical details to your hosting provider.', 'stock-sync-for-keycrm' ),
			ErrorKind::Dns => __( 'It often passes by itself, and the next sync tries again. If it stays so for hours, ask your hosting provider why this server cannot resolve openapi.keycrm.app (DNS).', 'stock-sync-for-keycrm' ),
			ErrorKind::Tls => __( 'Ask your hosting provider to check the clock and the root certificates of this server, and show them the technical details.', 'stock-sync-for-keycrm' ),
			ErrorKind::Blocked => __( 'In wp-config.php, add openapi.keycrm.app to WP_ACCESSIBLE_HOSTS, or ask whoever set WP_HTTP_BLOCK_EXTERNAL there.', 'stock-sync-for-keycrm' ),
			ErrorKind::NoKey, ErrorKind::Unauthorized => __( 'Copy the key from KeyCRM (Settings → General → API key) and save it in the settings here.', 'stock-sync-for-keycrm' ),
			ErrorKind::Payment => __( 'Sign in to KeyCRM and see whether the account is paid. Then press Sync now.', 'stock-sync-for-keycrm' ),
			ErrorKind::Forbidden => __( 'Sign in to KeyCRM and see whether the account is paid and the API key still there. If both are, ask KeyCRM\'s support whether they block the address of this server.', 'stock-sync-for-keycrm' ),
			ErrorKind::NotFound => __( 'If KEYCRM_STOCK_API_BASE_URL is set in wp-config.php, remove it or let it end in /v1. Otherwise update this plugin.', 'stock-sync-for-keycrm' ),
			ErrorKind::Redirected => __( 'If KEYCRM_STOCK_API_BASE_URL is set in wp-config.php, remove it or correct it. Otherwise sign in to KeyCRM and see whether the account works there.', 'stock-sync-for-keycrm' ),
			ErrorKind::RateLimited => self::limit_hint( $error->number( 'wait_ms' ) ),
			ErrorKind::Server, ErrorKind::NotJson => __( 'You need do nothing: the next sync tries again. If it stays so for hours, see whether KeyCRM works in your browser, and write to its support.', 'stock-sync-for-keycrm' ),
			ErrorKind::Compressed => __( 'Something between this server and KeyCRM, such as a proxy or a security service, changes the answers. Show the technical details to your hosting provider.', 'stock-sync-for-keycrm' ),
			ErrorKind::Refused, ErrorKind::TooLarge, ErrorKind::Unasked => __( 'Update this plugin. If that does not help, send the technical details to the plugin’s support.', 'stock-sync-for-keycrm' ),
		};
	}

	private static function what_happened( ErrorKind $kind, RunError $error ): string {
		return match ( $kind ) {
			ErrorKind::Dns => __( 'This site\'s server could not find KeyCRM on the internet: the name of its address did not resolve.', 'stock-sync-for-keycrm' ),
			ErrorKind::Tls => __( 'A secure connection to KeyCRM could not be made, so nothing was sent.', 'stock-sync-for-keycrm' ),
			ErrorKind::Timeout => __( 'KeyCRM did not answer in time, or its answer did not come to an end in time.', 'stock-sync-for-keycrm' ),
			ErrorKind::Network => __( 'The connection to KeyCRM failed or broke off.', 'stock-sync-for-keycrm' ),
			ErrorKind::Blocked => __( 'This site forbids its plugins to call other servers, KeyCRM included.', 'stock-sync-for-keycrm' ),
			ErrorKind::NoKey => __( 'There is no KeyCRM API key to ask with: none was saved, or the saved one can no longer be read.', 'stock-sync-for-keycrm' ),
			ErrorKind::Unauthorized => __( 'KeyCRM did not accept the API key. Someone may have made a new one.', 'stock-sync-for-keycrm' ),
			ErrorKind::Payment => __( 'KeyCRM asks for payment before it answers. The account may be unpaid or blocked.', 'stock-sync-for-keycrm' ),
			ErrorKind::Forbidden => __( 'KeyCRM refuses access. The account may be unpaid or blocked, or this server\'s address may be.', 'stock-sync-for-keycrm' ),
			ErrorKind::NotFound => __( 'KeyCRM does not know the address that was asked.', 'stock-sync-for-keycrm' ),
			ErrorKind::Refused => __( 'KeyCRM refused the question itself.', 'stock-sync-for-keycrm' ),
			ErrorKind::RateLimited => __( 'KeyCRM\'s limit of requests is used up. It allows about 60 a minute for everything that uses your key.', 'stock-sync-for-keycrm' ),
			/* translators: %d: HTTP status code such as 502. */
			ErrorKind::Server => sprintf( __( 'KeyCRM has a fault on its side (error %d).', 'stock-sync-for-keycrm' ), $error->number( 'status' ) ),
			ErrorKind::Redirected => __( 'Instead of answering, KeyCRM\'s address sent the plugin on to another page. It did not follow, because your key must not go there.', 'stock-sync-for-keycrm' ),
			ErrorKind::NotJson => __( 'KeyCRM answered, but not with stock numbers: the answer was a web page, empty, cut short or of an unknown form.', 'stock-sync-for-keycrm' ),
			ErrorKind::TooLarge => __( 'KeyCRM\'s answer was far larger than stock numbers can be, so it was not read.', 'stock-sync-for-keycrm' ),
			ErrorKind::Compressed => __( 'KeyCRM’s answer came compressed, although the plugin asks for plain answers, so it was not read.', 'stock-sync-for-keycrm' ),
			ErrorKind::Unasked => __( 'KeyCRM answered about other products than those asked for, so the whole answer was dropped.', 'stock-sync-for-keycrm' ),
		};
	}

	private static function limit_hint( int $wait_ms ): string {
		return sprintf(
			/* translators: %s: a length of time such as "1 minute". */
			__( 'Try again in %s. If it happens often, lower the number of requests a minute in the settings, or make a separate key in KeyCRM for this plugin.', 'stock-sync-for-keycrm' ),
			human_time_diff( 0, (int) ceil( $wait_ms / 1000 ) )
		);
	}

	/** Where KeyCRM gave a reason that may help the owner; for other kinds its text adds nothing. */
	private static function quote( ErrorKind $kind, RunError $error ): string {
		$said = $error->text( 'said' );
		if ( '' === $said || ! in_array( $kind, array( ErrorKind::Payment, ErrorKind::Forbidden, ErrorKind::Refused ), true ) ) {
			return '';
		}
		/* translators: %s: KeyCRM's own words, in whatever language it answers. */
		return ' ' . sprintf( __( 'KeyCRM says: “%s”', 'stock-sync-for-keycrm' ), $said );
	}
}
