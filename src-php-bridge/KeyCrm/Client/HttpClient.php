<?php
/**
 * Sends requests to KeyCRM. No other class does.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

use Closure;
use stdClass;
use WP_Error;

use const KeyCrmStock\VERSION;

/** Neither waits nor retries: ThrottledClient paces requests, and the Runner repeats them. */
final class HttpClient implements Client {

	private const USER_AGENT = 'stock-sync-for-keycrm/' . VERSION;

	/**
	 * @param string            $base_url Ends in /v1.
	 * @param Closure(): string $api_key  '' where there is none. Asked for each request, so that the
	 *                                    key lives in no object and a new one counts at once.
	 * @param Closure(): int    $now_ms   Unix milliseconds.
	 */
	public function __construct(
		private readonly string $base_url,
		private readonly Closure $api_key,
		private readonly Closure $now_ms,
	) {}

	/** Knows no limit. */
	public function wait_for_slot( bool $ahead = false ): void {}

	/** The API key appears in no exception. */
	public function send( Request $request ): Response {
		try {
			return $this->answered( $request );
		} catch ( ApiException $error ) {
			throw $request->may_be_repeated ? $error : $error->for_write();
		}
	}

	/** @throws ApiException */
	private function answered( Request $request ): Response {
		$key = ( $this->api_key )();
		if ( '' === $key ) {
			throw ApiException::no_key();
		}
		$bounds   = new ResponseBounds( self::USER_AGENT );
		$sent_at  = ( $this->now_ms )();
		$response = $bounds->apply_to( fn (): array|WP_Error => wp_remote_request( $this->url( $request ), self::request_args( $request, $key ) ) );
		// From here on the key must be cut out of every quotation, because a server may echo it.
		$what = $request->outline() . ': ';
		if ( is_wp_error( $response ) ) {
			throw ApiException::transport( $bounds->exceeded() ?? TransportFailure::kind( $response ), self::without( $key, $what . $response->get_error_message() ) );
		}

		$status = (int) wp_remote_retrieve_response_code( $response );
		$body   = wp_remote_retrieve_body( $response );
		$about  = self::without( $key, $what . 'HTTP ' . $status . ', ' . ErrorBody::outline( $body, self::header( $response, 'content-type' ) ) );
		$kind   = ErrorKind::from_status( $status );
		if ( null !== $kind ) {
			// Only the host, because the rest of the address may hold a session's token.
			$host  = (string) wp_parse_url( self::header( $response, 'location' ), PHP_URL_HOST );
			$about = '' === $host ? $about : $about . ', to ' . $host;
			$wait  = RetryAfter::to_ms( self::header( $response, 'retry-after' ), self::header( $response, 'date' ) );
			throw ApiException::refused( $kind, $status, $wait, $about, self::without( $key, ErrorBody::said( $body ) ), ErrorBody::fields( $body ) );
		}
		if ( $bounds->is_compressed() ) {
			throw ApiException::compressed( $status, $about );
		}
		return new Response( self::decode( $body, $status, $about ), $sent_at );
	}

	/** @return array<string, mixed> */
	private static function request_args( Request $request, #[\SensitiveParameter] string $key ): array {
		$body = null === $request->body ? null : (string) wp_json_encode( $request->body );
		return array(
			'method'              => $request->method,
			'body'                => $body,
			'timeout'             => ResponseBounds::WHOLE_SECONDS,
			'redirection'         => 0,
			// Whatever arrives beyond this before the answer is broken off is dropped.
			'limit_response_size' => ResponseBounds::MAX_BODY_BYTES + 1,
			'user-agent'          => self::USER_AGENT,
			'headers'             => array(
				'Authorization'   => 'Bearer ' . $key,
				// Without it errors may come as HTML or a redirect (keycrm-server/API.md §1).
				'Accept'          => 'application/json',
				// The unpacked size of a compressed answer is not known before.
				'Accept-Encoding' => 'identity',
			) + ( null === $body ? array() : array( 'Content-Type' => 'application/json' ) ),
		);
	}

	private function url( Request $request ): string {
		$pairs = array();
		foreach ( $request->query as $name => $value ) {
			$values = array_map( static fn ( string|int $one ): string => rawurlencode( (string) $one ), (array) $value );
			// Commas stay unencoded: they divide values, which hold none themselves.
			$pairs[] = rawurlencode( $name ) . '=' . implode( ',', $values );
		}
		return untrailingslashit( $this->base_url ) . $request->path . ( $pairs ? '?' . implode( '&', $pairs ) : '' );
	}

	/** @throws ApiException Where the body is not JSON, or not an object. */
	private static function decode( string $body, int $status, string $about ): stdClass {
		// A byte order mark is harmless, but PHP's parser refuses it.
		$json = str_starts_with( $body, "\u{FEFF}" ) ? substr( $body, 3 ) : $body;
		// One broken letter in a product's name must not fail the whole read, so it becomes U+FFFD.
		$data = json_decode( $json, false, 64, JSON_INVALID_UTF8_SUBSTITUTE );
		if ( ! $data instanceof stdClass ) {
			$fault = JSON_ERROR_NONE === json_last_error() ? 'not an object' : json_last_error_msg();
			throw ApiException::not_json( $about . ( '' === trim( $json ) ? ' (empty)' : ' (' . $fault . ')' ), $status );
		}
		return $data;
	}

	/** @param array<mixed> $response A repeated header counts as its first. */
	private static function header( array $response, string $name ): string {
		$value = wp_remote_retrieve_header( $response, $name );
		return is_array( $value ) ? (string) reset( $value ) : $value;
	}

	private static function without( #[\SensitiveParameter] string $key, string $text ): string {
		return str_replace( $key, '[API key]', $text );
	}
}
