<?php
/**
 * Calls the shop's own webhook address, as KeyCRM does.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Client\TransportFailure;
use KeyCrmStock\Value\Webhook\TrialOutcome;
use KeyCrmStock\Value\Webhook\TrialResult;
use KeyCrmStock\Value\Webhook\WebhookKind;

use const KeyCrmStock\VERSION;

/** Through the public address, without a login and without cookies: what stands before WordPress is met as well. */
final class WebhookTrial {

	private const SECONDS = 10;

	private const MAX_ANSWER_BYTES = 65_536;

	/** Names under which no computer outside can reach the shop. */
	private const PRIVATE_NAME = '/^[^.]+$|\.(local|localhost|test|invalid|example|internal|lan|home)$/i';

	public function call( string $url ): TrialResult {
		$answer = wp_remote_post(
			$url,
			array(
				'timeout'             => self::SECONDS,
				// KeyCRM's own calls may not follow one: a followed POST often arrives as a GET.
				'redirection'         => 0,
				'limit_response_size' => self::MAX_ANSWER_BYTES,
				'user-agent'          => 'stock-sync-for-keycrm/' . VERSION . ' (test of the webhook address)',
				'headers'             => array(
					'Accept'       => 'application/json',
					'Content-Type' => 'application/json',
				),
				'body'                => (string) wp_json_encode( array( 'event' => WebhookParser::TEST_EVENT ) ),
			)
		);
		return is_wp_error( $answer )
			? new TrialResult( self::unanswered( TransportFailure::kind( $answer ) ), details: $answer->get_error_message() )
			: self::answered( $answer, $url );
	}

	private static function unanswered( ErrorKind $kind ): TrialOutcome {
		return match ( $kind ) {
			ErrorKind::Timeout => TrialOutcome::Timeout,
			ErrorKind::Tls => TrialOutcome::Certificate,
			ErrorKind::Dns => TrialOutcome::UnknownHost,
			ErrorKind::Blocked => TrialOutcome::Blocked,
			default => TrialOutcome::Unreachable,
		};
	}

	/** @param array<mixed> $answer */
	private static function answered( array $answer, string $url ): TrialResult {
		$status  = (int) wp_remote_retrieve_response_code( $answer );
		$json    = json_decode( wp_remote_retrieve_body( $answer ), true );
		$json    = is_array( $json ) ? $json : array();
		$code    = is_string( $json['code'] ?? null ) ? $json['code'] : '';
		$header  = static fn ( string $name ): string => implode( ', ', (array) wp_remote_retrieve_header( $answer, $name ) );
		$details = implode( "\n", array_filter( array( "HTTP $status", $code, '' === $header( 'server' ) ? '' : 'Server: ' . $header( 'server' ) ) ) );
		$outcome = match ( true ) {
			200 === $status && WebhookKind::Test->value === ( $json['received'] ?? null ) => self::is_private( $url ) ? TrialOutcome::IsPrivate : TrialOutcome::Reached,
			$status >= 200 && $status < 300 => TrialOutcome::Intercepted,
			$status >= 300 && $status < 400 => TrialOutcome::Redirected,
			401 === $status && '' !== $header( 'www-authenticate' ) => TrialOutcome::Password,
			in_array( $status, array( 401, 403 ), true ) && '' !== $code => TrialOutcome::Login,
			404 === $status => TrialOutcome::NotFound,
			$status < 500 || ( 503 === $status && '' === $code ) => TrialOutcome::Firewall,
			default => TrialOutcome::Failed,
		};
		return new TrialResult( $outcome, $status, $details, (string) wp_parse_url( $header( 'location' ), PHP_URL_HOST ) );
	}

	private static function is_private( string $url ): bool {
		$host = trim( (string) wp_parse_url( $url, PHP_URL_HOST ), '[]' );
		return false === filter_var( $host, FILTER_VALIDATE_IP )
			? 1 === preg_match( self::PRIVATE_NAME, $host )
			: false === filter_var( $host, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE );
	}
}
