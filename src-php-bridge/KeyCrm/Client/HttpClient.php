<?php
/**
 * Sends requests to KeyCRM; the only place that does.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

use Closure;
use stdClass;
use WP_Error;

use const KeyCrmStock\VERSION;

defined( 'ABSPATH' ) || exit;

/** Neither waits nor retries: pace is the limiter's, repetition the runner's. */
final class HttpClient {

	private const USER_AGENT = 'stock-sync-for-keycrm/' . VERSION;

	/**
	 * @param string            $base_url Ends in /v1.
	 * @param Closure(): string $api_key  '' where there is none. Asked for each request, so that the
	 *                                    key lives in no object and a new one counts at once.
	 */
	public function __construct(
		private readonly string $base_url,
		private readonly Closure $api_key,
	) {}

	/**
	 * One request, one JSON object; decoded to objects, so that {} and [] stay different things.
	 * The API key appears in no exception.
	 *
	 * @param string                                       $path  As in '/offers/stocks'.
	 * @param array<string, string|int|list<string>|list<int>> $query A list becomes KeyCRM's comma list.
	 * @throws ApiException For everything but a JSON object with a good status.
	 */
	public function get_json( string $path, array $query ): stdClass {
		$key = ( $this->api_key )();
		if ( '' === $key ) {
			throw ApiException::no_key();
		}
		$bounds   = new ResponseBounds( self::USER_AGENT );
		$response = $bounds->apply_to( fn (): array|WP_Error => wp_remote_get( $this->url( $path, $query ), $this->request_args( $key ) ) );
		// From here on nothing may be quoted without the key being cut out: a server may echo it.
		$what = 'GET ' . $path . self::page_of( $query ) . ': ';
		if ( is_wp_error( $response ) ) {
			throw ApiException::transport( $bounds->exceeded() ?? TransportFailure::kind( $response ), self::without( $key, $what . $response->get_error_message() ) );
		}

		$status = (int) wp_remote_retrieve_response_code( $response );
		$body   = wp_remote_retrieve_body( $response );
		$about  = self::without( $key, $what . 'HTTP ' . $status . ', ' . ErrorBody::outline( $body, self::header( $response, 'content-type' ) ) );
		$kind   = ErrorKind::from_status( $status );
		if ( null !== $kind ) {
			// Only the host: the rest of the address may hold a token of somebody's session.
			$host  = (string) wp_parse_url( self::header( $response, 'location' ), PHP_URL_HOST );
			$about = '' === $host ? $about : $about . ', to ' . $host;
			$wait  = RetryAfter::to_ms( self::header( $response, 'retry-after' ), self::header( $response, 'date' ) );
			throw ApiException::refused( $kind, $status, $wait, $about, self::without( $key, ErrorBody::said( $body ) ) );
		}
		if ( $bounds->is_compressed() ) {
			throw ApiException::compressed( $status, $about );
		}
		return self::decode( $body, $status, $about );
	}

	/** @return array<string, mixed> */
	private function request_args( #[\SensitiveParameter] string $key ): array {
		return array(
			'timeout'             => ResponseBounds::WHOLE_SECONDS,
			'redirection'         => 0,
			// What comes beyond it before the answer is broken off is not kept.
			'limit_response_size' => ResponseBounds::MAX_BODY_BYTES + 1,
			'user-agent'          => self::USER_AGENT,
			'headers'             => array(
				'Authorization'   => 'Bearer ' . $key,
				// Without it errors may come as HTML or a redirect (keycrm-api.md §1).
				'Accept'          => 'application/json',
				// What a packed answer unpacks to is not known before.
				'Accept-Encoding' => 'identity',
			),
		);
	}

	/** @param array<string, string|int|list<string>|list<int>> $query */
	private function url( string $path, array $query ): string {
		$pairs = array();
		foreach ( $query as $name => $value ) {
			$values = array_map( static fn ( string|int $one ): string => rawurlencode( (string) $one ), (array) $value );
			// The commas stay bare: they divide, the values hold none.
			$pairs[] = rawurlencode( $name ) . '=' . implode( ',', $values );
		}
		return untrailingslashit( $this->base_url ) . $path . ( $pairs ? '?' . implode( '&', $pairs ) : '' );
	}

	/** @throws ApiException Where the body is not JSON, or not an object. */
	private static function decode( string $body, int $status, string $about ): stdClass {
		// A byte order mark changes nothing in what follows it; PHP's parser alone stumbles over it.
		$json = str_starts_with( $body, "\u{FEFF}" ) ? substr( $body, 3 ) : $body;
		// One broken letter in some product's name must not cost the whole read; it becomes U+FFFD.
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

	/** @param array<string, string|int|list<string>|list<int>> $query */
	private static function page_of( array $query ): string {
		$page = $query['page'] ?? '';
		return is_array( $page ) || '' === $page ? '' : ' page ' . $page;
	}

	private static function without( #[\SensitiveParameter] string $key, string $text ): string {
		return str_replace( $key, '[API key]', $text );
	}
}
