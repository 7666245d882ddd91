<?php
/**
 * Sends letters.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Notify;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Text\InLanguage;

final class Post {

	public function __construct( private readonly SettingsStore $settings ) {}

	/**
	 * In the language of the site.
	 *
	 * @param callable(): Letter $letter
	 * @return bool Whether the site's mail program took it.
	 */
	public function send( callable $letter ): bool {
		return InLanguage::of_site(
			function () use ( $letter ): bool {
				$written = $letter();
				$site    = wp_specialchars_decode( (string) get_option( 'blogname' ), ENT_QUOTES );
				return wp_mail( $this->settings->get()->notify->addresses(), "[$site] {$written->subject}", $written->text() );
			}
		);
	}
}
