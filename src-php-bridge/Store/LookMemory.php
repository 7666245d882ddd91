<?php
/**
 * Remembers up to when KeyCRM's orders have been looked at.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Options;

final class LookMemory {

	private const OPTION = 'keycrm_stock_order_look';

	/** @param \Closure(): string $account A fingerprint of key and address: what is known of one account says nothing of another. */
	public function __construct( private readonly Options $options, private readonly \Closure $account ) {}

	/** @return array{since_ms: int, whole_ms: int}|null Null where this channel has never been looked at. */
	public function last( int $source_id ): ?array {
		$row = $this->row();
		if ( ( $row['source_id'] ?? 0 ) !== $source_id || ! isset( $row['since_ms'], $row['whole_ms'] ) ) {
			return null;
		}
		return array(
			'since_ms' => (int) $row['since_ms'],
			'whole_ms' => (int) $row['whole_ms'],
		);
	}

	/**
	 * @param int $since_ms Where the next look may begin.
	 * @param int $whole_ms When everything within the age limit was last looked at.
	 */
	public function note( int $source_id, int $since_ms, int $whole_ms ): void {
		$this->store( array( 'source_id' => $source_id, 'since_ms' => $since_ms, 'whole_ms' => $whole_ms ) + $this->row() );
	}

	/** When an order of this shop was last searched for in KeyCRM in vain, unix milliseconds; 0 never. */
	public function searched_ms(): int {
		return (int) ( $this->row()['searched_ms'] ?? 0 );
	}

	public function note_search( int $now_ms ): void {
		$this->store( array( 'searched_ms' => $now_ms ) + $this->row() );
	}

	/** @return array<string, int> */
	private function row(): array {
		$row = $this->options->get( self::OPTION );
		return is_array( $row ) && ( $row['account'] ?? '' ) === ( $this->account )() ? array_filter( $row, 'is_int' ) : array();
	}

	/** @param array<string, int> $row */
	private function store( array $row ): void {
		$this->options->set( self::OPTION, $row + array( 'account' => ( $this->account )() ) );
	}
}
