<?php
/**
 * Sends e-mails.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Notify;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Text\InLanguage;

final class Mailer {

	public function __construct( private readonly SettingsStore $settings ) {}

	/**
	 * Sends an e-mail in the language of the site.
	 *
	 * @param callable(): Email $write
	 * @return string|null Null if the site's mail program took it; otherwise the reason in its own words, '' for none.
	 */
	public function send( callable $write ): ?string {
		$reason = '';
		$listen = static function ( \WP_Error $error ) use ( &$reason ): void {
			$reason = $error->get_error_message();
		};
		add_action( 'wp_mail_failed', $listen );
		try {
			return $this->taken( $write ) ? null : $reason;
		} catch ( \Throwable $error ) {
			// A plugin that replaces wp_mail() may throw anything.
			return $error->getMessage();
		} finally {
			remove_action( 'wp_mail_failed', $listen );
		}
	}

	/** @param callable(): Email $write */
	private function taken( callable $write ): bool {
		return InLanguage::in_site_language(
			function () use ( $write ): bool {
				$written = $write();
				$site    = wp_specialchars_decode( (string) get_option( 'blogname' ), ENT_QUOTES );
				return wp_mail( $this->settings->get()->notify->addresses(), "[$site] {$written->subject}", $written->text() );
			}
		);
	}
}
