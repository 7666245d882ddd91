<?php
/**
 * WooCommerce → KeyCRM stock: the page that the React screen fills.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Screen;

defined( 'ABSPATH' ) || exit;

final class AdminPage {

	public const SLUG = 'keycrm-stock';

	private const HANDLE = 'keycrm-stock-admin';

	/** What the screen asks for first. Preloaded, so that it is shown without a further request. */
	private const PRELOADED = array( '/keycrm-stock/v1/settings', '/keycrm-stock/v1/runs/current' );

	/** @param \Closure(): void $heal Called when the page is opened, so that a lost schedule is planned again. */
	public function __construct( private readonly string $file, private readonly \Closure $heal ) {}

	public function register(): void {
		add_action( 'admin_menu', fn () => $this->add_page(), 60 );
		add_filter( 'plugin_action_links_' . plugin_basename( $this->file ), fn ( array $links ): array => $this->with_settings_link( $links ) );
	}

	private function add_page(): void {
		$hook = add_submenu_page(
			'woocommerce',
			__( 'KeyCRM stock', 'stock-sync-for-keycrm' ),
			__( 'KeyCRM stock', 'stock-sync-for-keycrm' ),
			'manage_woocommerce',
			self::SLUG,
			static function (): void {
				// WordPress moves other plugins' notices to this line; without it they would land inside React's elements.
				echo '<div class="wrap"><hr class="wp-header-end"><div id="keycrm-stock-root"></div></div>';
			}
		);
		if ( false !== $hook ) {
			add_action( "load-$hook", $this->heal );
			add_action( 'admin_enqueue_scripts', fn ( string $page ) => $page === $hook && $this->enqueue() );
		}
	}

	private function enqueue(): void {
		( new BuiltScript( $this->file, 'index' ) )->enqueue( self::HANDLE );
		wp_add_inline_script( 'wp-api-fetch', $this->preloading(), 'after' );
	}

	private function preloading(): string {
		$answers = array_reduce( self::PRELOADED, 'rest_preload_api_request', array() );
		return sprintf( 'wp.apiFetch.use( wp.apiFetch.createPreloadingMiddleware( %s ) );', wp_json_encode( $answers ) );
	}

	/**
	 * @param array<string> $links
	 * @return array<string>
	 */
	private function with_settings_link( array $links ): array {
		$link = sprintf(
			'<a href="%s">%s</a>',
			esc_url( admin_url( 'admin.php?page=' . self::SLUG ) ),
			esc_html__( 'Open', 'stock-sync-for-keycrm' )
		);
		return array( $link, ...$links );
	}
}
