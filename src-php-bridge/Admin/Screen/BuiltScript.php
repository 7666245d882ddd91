<?php
/**
 * A script of the build folder, with its style and its translations.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Screen;

defined( 'ABSPATH' ) || exit;

final class BuiltScript {

	/**
	 * @param string $file The plugin's main file.
	 * @param string $name Name of the entry in src-admin/webpack.config.cjs, and of its script and style.
	 */
	public function __construct(
		private readonly string $file,
		private readonly string $name,
	) {}

	/**
	 * Loads it in the footer, so that this may be called while the page is rendered.
	 *
	 * @param non-empty-string $handle
	 */
	public function enqueue( string $handle ): void {
		$asset = require dirname( $this->file ) . "/build/{$this->name}.asset.php";
		$url   = plugins_url( 'build/', $this->file );
		wp_enqueue_script( $handle, "$url{$this->name}.js", $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
		// Times on the screen are those of the site, as in its e-mails and on WooCommerce's own pages.
		wp_add_inline_script( $handle, 'var keycrmStockSite = ' . wp_json_encode( array( 'time_zone' => wp_timezone_string() ) ) . ';', 'before' );
		wp_set_script_translations( $handle, 'stock-sync-for-keycrm', dirname( $this->file ) . '/languages' );
		wp_enqueue_style( $handle, "$url{$this->name}.css", in_array( 'wp-components', $asset['dependencies'], true ) ? array( 'wp-components' ) : array(), $asset['version'] );
		wp_style_add_data( $handle, 'rtl', 'replace' );
	}
}
