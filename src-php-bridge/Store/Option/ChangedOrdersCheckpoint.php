<?php
/**
 * Remembers up to when KeyCRM's list of changed orders has been read for the offers in them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Option;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;
use KeyCrmStock\Value\Order\ChangedOrdersRead;

/** Two readers at once do no harm: what the older one repeats is marked twice and read once more. */
final class ChangedOrdersCheckpoint {

	private const OPTION = 'keycrm_stock_changed_orders';

	/** @param \Closure(): string $account A fingerprint of key and address, because one account's data says nothing about another. */
	public function __construct( private readonly Options $options, private readonly \Closure $account ) {}

	/**
	 * @return ChangedOrdersRead|null Null if this account's orders were never read so.
	 * @throws DatabaseError
	 */
	public function last(): ?ChangedOrdersRead {
		$row = $this->options->get( self::OPTION );
		return is_array( $row ) && ( $row['account'] ?? '' ) === ( $this->account )() ? ChangedOrdersRead::from_array( $row ) : null;
	}

	/** @throws DatabaseError */
	public function note( ChangedOrdersRead $read ): void {
		$this->options->set( self::OPTION, array( 'account' => ( $this->account )() ) + $read->to_array() );
	}
}
