<?php
/**
 * Remembers the last full read of the KeyCRM account.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Option;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;
use KeyCrmStock\Value\Run\FullRead;

final class FullReadCheckpoint {

	private const OPTION = 'keycrm_stock_whole_read';

	/** @param \Closure(): string $account A fingerprint of key and address, because one account's data says nothing about another. */
	public function __construct( private readonly Options $options, private readonly \Closure $account ) {}

	/** @throws DatabaseError Where the database does not answer: without an earlier full read, removed offers cannot be recognised. */
	public function last(): ?FullRead {
		$row = $this->options->get( self::OPTION );
		if ( ! is_array( $row ) || ( $row['account'] ?? '' ) !== ( $this->account )() ) {
			return null;
		}
		$number = static fn ( string $key ): int => is_numeric( $row[ $key ] ?? null ) ? (int) $row[ $key ] : 0;
		return new FullRead( $number( 'started_at' ), $number( 'total' ), $number( 'filters_at' ) );
	}

	/** Since when this account is read, unix milliseconds. Older levels may belong to another account. */
	public function since(): int {
		$row = null === $this->last() ? array() : (array) $this->options->get( self::OPTION );
		return is_numeric( $row['since'] ?? null ) ? (int) $row['since'] : PHP_INT_MAX;
	}

	public function note( FullRead $read ): void {
		$account = array(
			'account' => ( $this->account )(),
			'since'   => min( $this->since(), $read->started_at ),
		);
		$this->options->set( self::OPTION, get_object_vars( $read ) + $account );
	}
}
