<?php
/**
 * Keeps one answer of KeyCRM within bounds of time and size, while it arrives.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

use CurlHandle;
use WpOrg\Requests\Exception as TransportException;
use WpOrg\Requests\Hooks;

/**
 * WordPress's own limits do not suffice. It unpacks compressed answers of any size, goes on reading beyond
 * `limit_response_size`, and without curl counts `timeout` anew for each block.
 *
 * A request must fit into a worker's 20 s, with time left for storing the answer: 15 s. A screen begins no
 * request after 4 s, so it has its answer after 19 s, before proxies give up (30 s). With a shorter limit for
 * screens, a slow KeyCRM would fail only while a person watches.
 *
 * Without curl WordPress offers no hook while headers arrive: there only body and time are bounded.
 */
final class ResponseBounds {

	/** For a whole request. A healthy read is answered within 1 s (keycrm-server/API.md §1). */
	public const WHOLE_SECONDS = 15;

	/** Room for two repetitions of a lost first packet, after 1 s and 3 s. */
	private const CONNECT_SECONDS = 5;

	private const FIRST_BYTE_SECONDS = 10;

	/** KeyCRM's own headers are less than 2 KiB. */
	private const MAX_HEADER_BYTES = 64 * 1024;

	/** 50 offers in 200 warehouses each are less than 1 MiB. */
	public const MAX_BODY_BYTES = 4 * 1024 * 1024;

	private ?ErrorKind $exceeded = null;
	private bool $is_compressed  = false;
	private float $began         = 0.0;
	private float $seconds       = self::WHOLE_SECONDS;

	/** @param string $user_agent By it our request is told from those that other plugins send meanwhile. */
	public function __construct( private readonly string $user_agent ) {}

	/**
	 * @template T
	 * @param callable(): T $request Sends one request with WordPress's functions.
	 * @return T
	 */
	public function apply_to( callable $request ): mixed {
		$prepare = function ( string $url, $headers, $data, $type, array &$options ): void {
			if ( $this->user_agent === ( $options['useragent'] ?? '' ) && ( $options['hooks'] ?? null ) instanceof Hooks ) {
				$options['connect_timeout'] = self::CONNECT_SECONDS;
				$this->prepare( $options['hooks'], (float) ( $options['timeout'] ?? self::WHOLE_SECONDS ) );
			}
		};
		add_action( 'requests-requests.before_request', $prepare, 10, 5 );
		try {
			return $request();
		} finally {
			remove_action( 'requests-requests.before_request', $prepare );
		}
	}

	/** Why the answer was broken off; null if it was not. */
	public function exceeded(): ?ErrorKind {
		return $this->exceeded;
	}

	/** Whether the answer came compressed; then its body was dropped unread. */
	public function is_compressed(): bool {
		return $this->is_compressed;
	}

	private function prepare( Hooks $hooks, float $seconds ): void {
		$this->began   = microtime( true );
		$this->seconds = min( $seconds, self::WHOLE_SECONDS );
		$uses_curl     = false;
		$hooks->register(
			'curl.before_send',
			function ( CurlHandle &$handle ) use ( &$uses_curl ): void {
				$uses_curl = true;
				$this->watch( $handle );
			}
		);
		$hooks->register(
			'request.progress',
			function ( string $block, int $received ) use ( &$uses_curl ): void {
				$this->check_body( strlen( $block ) + $received );
				if ( null !== $this->exceeded && ! $uses_curl ) {
					// WordPress makes a WP_Error of it. An exception would not stop curl; its progress function does.
					throw new TransportException( 'The answer was broken off.', 'keycrm_stock_bounds' );
				}
			}
		);
		$hooks->register(
			'requests.before_parse',
			function ( string &$response ) use ( &$uses_curl ): void {
				$response = $this->readable( $response, $uses_curl );
			}
		);
	}

	private function watch( CurlHandle $handle ): void {
		curl_setopt_array(
			$handle,
			array(
				// Otherwise curl unpacks by itself, whatever we asked for.
				CURLOPT_HTTP_CONTENT_DECODING => false,
				CURLOPT_NOPROGRESS            => false,
				// curl calls it at least once a second; any value but 0 breaks the transfer off.
				CURLOPT_PROGRESSFUNCTION      => fn ( CurlHandle $handle ): int => $this->is_header_too_much( $handle ) ? 1 : 0,
			)
		);
	}

	private function is_header_too_much( CurlHandle $handle ): bool {
		$bytes = curl_getinfo( $handle, CURLINFO_HEADER_SIZE );
		if ( 0 === $bytes && $this->elapsed() > self::FIRST_BYTE_SECONDS ) {
			$this->exceeded ??= ErrorKind::Timeout;
		} elseif ( $bytes > self::MAX_HEADER_BYTES ) {
			$this->exceeded ??= ErrorKind::TooLarge;
		}
		return null !== $this->exceeded;
	}

	private function check_body( int $bytes ): void {
		if ( $bytes > self::MAX_BODY_BYTES ) {
			$this->exceeded = ErrorKind::TooLarge;
		} elseif ( $this->elapsed() > $this->seconds ) {
			$this->exceeded = ErrorKind::Timeout;
		}
	}

	/**
	 * The answer without the headers that make WordPress unpack a body or join its chunks without a limit.
	 * A compressed answer also loses its body.
	 */
	private function readable( string $response, bool $uses_curl ): string {
		[ $head, $body ] = explode( "\r\n\r\n", $response, 2 ) + array( '', '' );
		$lines           = preg_split( '/\r?\n(?![ \t])/', $head );
		$kept            = array();
		foreach ( is_array( $lines ) ? $lines : array() as $line ) {
			[ $name, $value ] = array_map( static fn ( string $part ): string => strtolower( trim( $part ) ), explode( ':', $line, 2 ) + array( '', '' ) );
			if ( 'content-encoding' === $name ) {
				$this->is_compressed = $this->is_compressed || ! in_array( $value, array( '', 'identity' ), true );
			} elseif ( 'transfer-encoding' !== $name || ! $uses_curl ) {
				// With curl the chunks are joined already.
				$kept[] = $line;
			}
		}
		return implode( "\r\n", $kept ) . "\r\n\r\n" . ( $this->is_compressed ? '' : $body );
	}

	private function elapsed(): float {
		return microtime( true ) - $this->began;
	}
}
