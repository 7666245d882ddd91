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

/**
 * Two fingerprints are equal where the same levels and orders give the same numbers. Only the settings of the
 * whole shop count: they can change every number at once. A buffer of its own, or a mark, changes what it stands
 * on, like a new SKU does; the writer looks at these again at the moment of writing.
 */
final class SettingsFingerprint {

	/**
	 * @param \Closure( OpenOrderSettings ): OpenOrderSettings $orders_in_force What the settings about open orders come to with what is known of the shop's channel.
	 * @param \Closure(): string                               $account         Other for each KeyCRM account.
	 */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly \Closure $orders_in_force,
		private readonly \Closure $account,
	) {}

	/**
	 * Of the settings as they stand in the database now.
	 *
	 * @throws SettingsDamaged
	 */
	public function current(): string {
		return $this->of_settings( $this->settings->reload() );
	}

	/** The same; '' where the settings are damaged, which equals no plan's. */
	public function current_or_none(): string {
		try {
			return $this->current();
		} catch ( SettingsDamaged ) {
			return '';
		}
	}

	/** Of the settings as this request knows them, for lists that are only shown; '' where they are damaged. */
	public function known(): string {
		try {
			return $this->of_settings( $this->settings->get() );
		} catch ( SettingsDamaged ) {
			return '';
		}
	}

	public function of_settings( Settings $settings ): string {
		// A sales channel that is found between plan and write changes every number that an order plays a part in.
		$hold = ( $this->orders_in_force )( $settings->hold_orders );
		return md5( (string) wp_json_encode( array( $settings->deciding(), $hold->mode->value, $hold->source_id, ( $this->account )() ) ) );
	}
}
