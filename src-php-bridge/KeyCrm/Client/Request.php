<?php
/**
 * One request to KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

final class Request {

	/**
	 * @param string                                           $path   As in '/offers/stocks'.
	 * @param array<string, string|int|list<string>|list<int>> $query  A list becomes KeyCRM's comma list.
	 * @param array<string, mixed>|null                        $body   Sent as a JSON object; null for none.
	 * @param bool                                             $may_be_repeated Whether the same request may be sent again
	 *                                                                 when nothing tells whether KeyCRM carried it out.
	 */
	private function __construct(
		public readonly string $method,
		public readonly string $path,
		public readonly array $query,
		public readonly ?array $body,
		public readonly bool $may_be_repeated,
	) {}

	/** @param array<string, string|int|list<string>|list<int>> $query */
	public static function get( string $path, array $query ): self {
		return new self( 'GET', $path, $query, null, true );
	}

	/** @param array<string, mixed> $body */
	public static function write( string $method, string $path, array $body, bool $may_be_repeated ): self {
		return new self( $method, $path, array(), $body, $may_be_repeated );
	}

	/** For logs: without filters, which may hold hundreds of SKUs. */
	public function outline(): string {
		$page = $this->query['page'] ?? '';
		return $this->method . ' ' . $this->path . ( is_array( $page ) || '' === $page ? '' : ' page ' . $page );
	}
}
