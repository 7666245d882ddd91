<?php
/**
 * Remembers for which SKUs KeyCRM had no offer when it was asked.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Level;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;

/** A shop with thousands of products that KeyCRM lacks must not ask for all of them at each sync. Times are unix milliseconds. */
final class UnknownSkus {

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param list<string> $skus
	 * @return list<string> SKUs among them that were asked for since then. A time in the future does not count: a clock may be set back.
	 */
	public function asked_between( array $skus, int $since_ms, int $now_ms ): array {
		if ( array() === $skus ) {
			return array();
		}
		$rows  = $this->database->column(
			'SELECT sku_hash FROM ' . $this->table() . ' WHERE sku_hash IN ( ' . $this->database->quoted( array_map( 'md5', $skus ) ) . ' ) AND asked_at >= %d AND asked_at <= %d',
			array( $since_ms, $now_ms )
		);
		$found = array_fill_keys( array_map( 'strval', $rows ), true );
		return array_values( array_filter( $skus, static fn ( string $sku ): bool => isset( $found[ md5( $sku ) ] ) ) );
	}

	/** @param list<string> $skus */
	public function note( array $skus, int $now_ms ): void {
		$this->database->insert_rows(
			'INSERT INTO ' . $this->table() . ' (sku_hash, asked_at)',
			'(%s, %d)',
			array_map( static fn ( string $sku ): array => array( md5( $sku ), $now_ms ), $skus ),
			'ON DUPLICATE KEY UPDATE asked_at = VALUES(asked_at)'
		);
	}

	public function forget_before( int $before_ms ): void {
		$this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE asked_at < %d', array( $before_ms ) );
	}

	private function table(): string {
		return $this->database->table( 'asked_skus' );
	}
}
