<?php
/**
 * The settings, and facts that the screen shows beside them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\OrdersStateJson;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Settings\ChangeTimes;
use KeyCrmStock\Settings\InvalidSettings;
use KeyCrmStock\Settings\SettingsSchema;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Sync\Run\Scheduler;

/** GET /settings; POST /settings: any part of them, `api_key`, which no route ever returns, and `site_moved`. Both answer all settings. */
final class SettingsController extends Controller {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly SettingsSchema $schema,
		private readonly ApiKeyStore $key,
		private readonly Scheduler $schedule,
		private readonly ChangeTimes $changed,
		private readonly SettingsFacts $facts,
		private readonly OrdersStateJson $orders,
	) {}

	public function register( RouteArguments $arguments ): void {
		$args = $this->schema->to_args() + $arguments->for_route( 'settings' );
		register_rest_route(
			self::NAMESPACE,
			'/settings',
			array(
				$this->route( 'GET', fn (): array => $this->whole() ),
				$this->route( 'POST', fn ( \WP_REST_Request $request ): array => $this->save( $request->get_params() ), $args ),
			)
		);
	}

	/**
	 * @param array<string, mixed> $patch
	 * @return array<string, mixed>
	 * @throws InvalidSettings Then nothing is saved.
	 */
	private function save( array $patch ): array {
		$problems = $this->schema->problems( $patch );
		if ( array() !== $problems ) {
			throw new InvalidSettings( $problems );
		}
		// The key is saved first. If it is refused, nothing else is saved either.
		if ( is_string( $patch['api_key'] ?? null ) ) {
			'' === $patch['api_key'] ? $this->key->forget() : $this->key->set( $patch['api_key'] );
		}
		true === ( $patch['site_moved'] ?? false ) ? $this->key->use_at_this_address() : $this->key->note_address();
		unset( $patch['api_key'], $patch['site_moved'] );
		$this->settings->save( $patch );
		if ( isset( $patch['schedule']['enabled'] ) ) {
			$this->changed->schedule_decided();
		}
		$this->schedule->ensure();
		return $this->whole();
	}

	/** @return array<string, mixed> @see src-admin/contract/settings/settings.ts settingsSchema */
	private function whole(): array {
		return $this->settings->get()->to_array() + array(
			'api_key_set'     => '' !== $this->key->get(),
			'api_key_hint'    => $this->key->hint(),
			'api_key_source'  => $this->key->source(),
			'api_key_problem' => $this->key->problem(),
			'moved_from'      => $this->key->moved_from(),
			'orders'          => $this->orders->current(),
		) + $this->facts->to_array();
	}
}
