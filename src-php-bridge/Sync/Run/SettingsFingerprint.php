<?php
/**
 * Tells whether the settings are still those that a plan was made with.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\OpenOrderSettings;
use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Value\Stock\Side;

/**
 * Two fingerprints are equal if the same levels and orders give the same numbers. Only settings of the whole shop count,
 * because they can change every number at once. A product's own buffer or mark changes only that product; the writer
 * reads these again at the moment of writing.
 */
final class SettingsFingerprint {

	/**
	 * @param \Closure( OpenOrderSettings ): OpenOrderSettings $orders_in_force The settings about open orders, completed with the channel that was found.
	 * @param \Closure(): string                               $account         Differs for each KeyCRM account.
	 */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly \Closure $orders_in_force,
		private readonly \Closure $account,
	) {}

	/**
	 * Fingerprint of the settings that the database holds now.
	 *
	 * @throws SettingsDamaged
	 */
	public function current(): string {
		return $this->for_settings( $this->settings->reload() );
	}

	/** Whose quantities are written by the settings that current() has just read. */
	public function written_side(): Side {
		return $this->settings->get()->written_side();
	}

	/** The same; '' if the settings are damaged, which equals no plan's fingerprint. */
	public function current_or_none(): string {
		try {
			return $this->current();
		} catch ( SettingsDamaged ) {
			return '';
		}
	}

	/** Fingerprint of the settings as cached by this request, for lists that are only shown; '' if they are damaged. */
	public function known(): string {
		try {
			return $this->for_settings( $this->settings->get() );
		} catch ( SettingsDamaged ) {
			return '';
		}
	}

	public function for_settings( Settings $settings ): string {
		// A channel that is found between plan and write changes every number that depends on orders.
		$hold = ( $this->orders_in_force )( $settings->hold_orders );
		return md5( (string) wp_json_encode( array( $settings->deciding(), $hold->mode->value, $hold->source_id, ( $this->account )() ) ) );
	}
}
