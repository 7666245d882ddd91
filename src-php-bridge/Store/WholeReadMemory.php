<?php
/**
 * Remembers the last whole read, for the account that it was made of.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\WholeRead;

final class WholeReadMemory {

	private const OPTION = 'keycrm_stock_whole_read';

	/** @param \Closure(): string $account A fingerprint of key and address: what one account holds says nothing of another. */
	public function __construct( private readonly \Closure $account ) {}

	public function last(): ?WholeRead {
		$row = get_option( self::OPTION );
		if ( ! is_array( $row ) || ( $row['account'] ?? '' ) !== ( $this->account )() ) {
			return null;
		}
		$number = static fn ( string $key ): int => is_numeric( $row[ $key ] ?? null ) ? (int) $row[ $key ] : 0;
		return new WholeRead( $number( 'started_at' ), $number( 'total' ), $number( 'filters_at' ) );
	}

	public function note( WholeRead $read ): void {
		update_option( self::OPTION, get_object_vars( $read ) + array( 'account' => ( $this->account )() ), false );
	}
}
