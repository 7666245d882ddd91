<?php
/**
 * A run cannot go on. Holds the reason as a code.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunError;

final class RunFailed extends \RuntimeException {

	/** The shop's database refused a statement of the plugin. */
	public const DATABASE = 'database';

	public function __construct( public readonly RunError $error ) {
		parent::__construct( $error->code );
	}

	public static function empty_catalogue(): self {
		return new self( new RunError( 'empty_catalogue' ) );
	}

	/** The pages of KeyCRM's list did not fit together in several tries. */
	public static function list_kept_moving( string $details ): self {
		return new self( new RunError( 'list_kept_moving', array(), $details ) );
	}

	/** What the other side lacks is not known yet. */
	public static function not_compared(): self {
		return new self( new RunError( 'not_compared' ) );
	}

	/** Drafts would get KeyCRM's stock, and the shop keeps the stock that counts. */
	public static function no_drafts(): self {
		return new self( new RunError( 'no_drafts' ) );
	}

	/** Settings or the account have changed since a person looked at the list. */
	public static function creation_outdated(): self {
		return new self( new RunError( 'creation_outdated' ) );
	}

	/** The shop's quantities are to be sent, and the owner has not said to which warehouse. */
	public static function no_push_warehouse(): self {
		return new self( new RunError( 'no_push_warehouse' ) );
	}

	/** KeyCRM has refused one row after the other, or the warehouse itself. */
	public static function push_refused( string $details ): self {
		return new self( new RunError( 'push_refused', array(), $details ) );
	}

	/** @param list<int> $ids */
	public static function warehouse_vanished( array $ids ): self {
		return new self( new RunError( 'warehouse_vanished', array( 'warehouses' => implode( ', ', $ids ) ) ) );
	}

	public static function shop_does_not_manage_stock(): self {
		return new self( new RunError( 'shop_does_not_manage_stock' ) );
	}

	/** A key that cannot be used is not reported as missing, because the owner has entered it and sees it in the settings. */
	public static function without_key( ApiKeyStore $key ): self {
		return new self(
			new RunError(
				match ( true ) {
					'' !== $key->moved_from() => RunError::OTHER_SITE,
					$key->unreadable() => 'key_unreadable',
					'constant' === $key->source() => 'key_invalid',
					default => 'no_key',
				}
			)
		);
	}

	/** Other settings were saved while numbers were written. The guard has not seen the numbers that they give. */
	public static function settings_changed(): self {
		return new self( new RunError( RunError::SETTINGS_CHANGED ) );
	}

	public static function settings_damaged(): self {
		return new self( new RunError( 'settings_damaged', array( 'option' => SettingsStore::OPTION ) ) );
	}

	public static function database( DatabaseError $error ): self {
		return new self( new RunError( self::DATABASE, array(), $error->getMessage() ) );
	}

	/** The server has ended the worker's process several times at the same place. */
	public static function process_died( Run $run ): self {
		return new self( new RunError( 'process_died', array( 'times' => $run->deaths ), sprintf( 'Phase %s, after %d of %d; %s', $run->phase->value, $run->progress_done, $run->progress_total, (string) wp_json_encode( $run->cursor ) ) ) );
	}

	public static function unexpected( \Throwable $cause ): self {
		return new self( new RunError( 'unexpected', array(), sprintf( '%s: %s (%s:%d)', get_class( $cause ), $cause->getMessage(), basename( $cause->getFile() ), $cause->getLine() ) ) );
	}
}
