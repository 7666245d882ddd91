<?php
/**
 * A notice in wp-admin while the plugin's tables cannot be made.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Screen;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Schema;
use KeyCrmStock\Text\TablesText;

final class TablesNotice {

	/** @param \Closure(): Schema $schema */
	public function __construct( private readonly \Closure $schema ) {}

	public function register(): void {
		add_action( 'admin_notices', array( $this, 'show' ) );
	}

	public function show(): void {
		$problem = current_user_can( 'manage_woocommerce' ) ? ( $this->schema )()->problem() : '';
		if ( '' !== $problem ) {
			printf(
				'<div class="notice notice-error"><p><strong>%s.</strong> %s</p></div>',
				esc_html( TablesText::headline() ),
				esc_html( TablesText::explanation( $problem ) )
			);
		}
	}
}
