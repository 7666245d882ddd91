<?php
/**
 * When the settings and the key were last changed.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Options;

/**
 * When settings and API key were last changed. A sync before that wrote by other settings, or failed because
 * of another key. It is called by WordPress's hooks of the two options, so a change by WP-CLI counts too.
 */
final class ChangeTimes {

	private const OPTION = 'keycrm_stock_changed_at';

	/** @param \Closure(): int $now_ms Unix milliseconds. */
	public function __construct(
		private readonly Options $options,
		private readonly SettingsSchema $schema,
		private readonly \Closure $now_ms,
	) {}

	/**
	 * Notes only changes of settings that decide quantities: a new address for e-mails does not.
	 *
	 * @param mixed $before The option's values, as update_option() has them.
	 * @param mixed $after
	 */
	public function settings_saved( mixed $before, mixed $after ): void {
		$was = $this->settings( $before );
		$is  = $this->settings( $after );
		if ( $was->deciding() !== $is->deciding() ) {
			$this->note( 'settings' );
		}
		if ( $was->direction !== $is->direction ) {
			$this->note( 'direction' );
		}
	}

	public function key_saved(): void {
		$this->note( 'key' );
	}

	/** The owner has taken back what was sent to KeyCRM, so nothing is sent again before a person has looked. */
	public function push_undone(): void {
		$this->note( 'direction' );
	}

	/** The owner has said whether the shop is synced automatically. */
	public function schedule_decided(): void {
		$this->note( 'schedule' );
	}

	/** @return int|null Unix milliseconds; null where they were never changed. */
	public function settings_at(): ?int {
		return $this->times()['settings'] ?? null;
	}

	/** When the owner last chose another direction, or took back what was sent; null if never. */
	public function direction_at(): ?int {
		return $this->times()['direction'] ?? null;
	}

	public function key_at(): ?int {
		return $this->times()['key'] ?? null;
	}

	public function is_schedule_decided(): bool {
		return isset( $this->times()['schedule'] );
	}

	private function settings( mixed $values ): Settings {
		return Settings::from_array( is_array( $values ) ? $this->schema->sanitize( $values ) : $this->schema->defaults() );
	}

	private function note( string $what ): void {
		$this->options->set( self::OPTION, array( $what => ( $this->now_ms )() ) + $this->times() );
	}

	/** @return array<string, int> */
	private function times(): array {
		$times = $this->options->get( self::OPTION );
		return is_array( $times ) ? array_filter( $times, 'is_int' ) : array();
	}
}
