<?php
/**
 * A notice in wp-admin while the sync needs a person.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Screen;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Contained;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Run\RunAlerts;
use KeyCrmStock\Text\Run\GuardText;
use KeyCrmStock\Text\Run\RunErrorText;

final class AttentionNotice {

	/**
	 * @param \Closure(): ?RunAlerts            $runs     Null while there are no tables.
	 * @param \Closure(): (SettingsStore|null) $settings Null where WooCommerce is not there.
	 */
	public function __construct( private readonly \Closure $runs, private readonly \Closure $settings ) {}

	public function register(): void {
		add_action( 'admin_notices', array( $this, 'show' ) );
	}

	public function show(): void {
		$screen = get_current_screen();
		// Our own page says the same in more detail.
		if ( ! current_user_can( 'manage_woocommerce' ) || ( null !== $screen && str_ends_with( $screen->id, '_page_' . AdminPage::SLUG ) ) ) {
			return;
		}
		Contained::call(
			'admin_notices',
			function (): void {
				$runs = ( $this->runs )();
				null === $runs || $this->show_waiting( $runs ) || $this->show_failing( $runs );
			}
		);
	}

	private function show_waiting( RunAlerts $runs ): bool {
		$waiting = $runs->newest_waiting();
		if ( null === $waiting ) {
			return false;
		}
		$this->warn(
			__( 'KeyCRM stock sync paused, nothing changed.', 'stock-sync-for-keycrm' ),
			null === $waiting->guard ? array() : GuardText::sentences( $waiting->guard ),
			__( 'Look at it and decide', 'stock-sync-for-keycrm' )
		);
		return true;
	}

	private function show_failing( RunAlerts $runs ): bool {
		$failures = $runs->failures_in_a_row();
		$most     = 0 === $failures ? 0 : ( $this->settings )()?->get()->notify->after_failures ?? 0;
		$last     = $most > 0 && $failures >= $most ? $runs->last_failed() : null;
		if ( null === $last ) {
			return false;
		}
		$this->warn(
			__( 'The shop’s stock is not being synced with KeyCRM.', 'stock-sync-for-keycrm' ),
			null === $last->error ? array() : array( RunErrorText::message( $last->error ) ),
			__( 'See what to do', 'stock-sync-for-keycrm' )
		);
		return true;
	}

	/** @param array<string> $sentences */
	private function warn( string $first, array $sentences, string $link ): void {
		printf(
			'<div class="notice notice-warning"><p><strong>%s</strong> %s</p><p><a href="%s">%s</a></p></div>',
			esc_html( $first ),
			esc_html( implode( ' ', $sentences ) ),
			esc_url( admin_url( 'admin.php?page=' . AdminPage::SLUG ) ),
			esc_html( $link )
		);
	}
}
