<?php
/**
 * The checkbox that excludes a product, in WooCommerce's quick edit.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\ProductList;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Admin\Field\ExcludeInput;
use KeyCrmStock\Contained;
use KeyCrmStock\Shop\Exclusion\ExclusionMarks;

final class ExcludeQuickEdit {

	private const FIELD = 'keycrm_stock_exclude';

	/** WordPress has one form for all rows and fills it when a row is opened; so does this script. */
	private const FILL_IN = <<<'JS'
		( function () {
			var edit = window.inlineEditPost.edit;
			window.inlineEditPost.edit = function ( id ) {
				var answer = edit.apply( this, arguments );
				var number = 'object' === typeof id ? this.getId( id ) : id;
				var mark = jQuery( '#inline_' + number + ' .%1$s' ).text();
				jQuery( '#edit-' + number + ' input[name="%1$s"]' ).prop( 'disabled', '' === mark );
				jQuery( '#edit-' + number + ' input[type="checkbox"][name="%1$s"]' ).prop( 'checked', 'yes' === mark );
				return answer;
			};
		} )();
		JS;

	/** @var array<int, bool> */
	private array $marks = array();

	/** @param \Closure(): ExclusionMarks $exclusion */
	public function __construct( private readonly \Closure $exclusion ) {}

	/** Only on the list of products. */
	public function register(): void {
		add_action( 'add_inline_data', fn ( \WP_Post $post ) => 'product' === $post->post_type && $this->tell( $post->ID ) );
		add_action( 'woocommerce_product_quick_edit_end', fn () => $this->show() );
		// WooCommerce has checked nonce and capability.
		add_action( 'woocommerce_product_quick_edit_save', fn ( \WC_Data $product ) => $this->save( $product->get_id(), $_POST[ self::FIELD ] ?? null ) );
		wp_add_inline_script( 'inline-edit-post', sprintf( self::FILL_IN, self::FIELD ) );
	}

	private function tell( int $product_id ): void {
		if ( ! isset( $this->marks[ $product_id ] ) ) {
			$this->marks = Contained::call( 'add_inline_data', fn (): array => ( $this->exclusion )()->marks( ProductListScreen::shown_with( $product_id ) ) ) ?? array();
		}
		// A mark that could not be read must not be saved as “no”, so the checkbox is disabled.
		$mark = match ( $this->marks[ $product_id ] ?? null ) {
			true => ExcludeInput::Yes->value,
			false => ExcludeInput::No->value,
			null => '',
		};
		printf( '<div class="%s">%s</div>', esc_attr( self::FIELD ), esc_html( $mark ) );
	}

	private function show(): void {
		printf(
			'<div class="inline-edit-group"><label>%s <span class="checkbox-title">%s</span></label></div>',
			ExcludeInput::html( self::FIELD, 'keycrm-stock-quick-exclude', false ), // Escaped there.
			esc_html( ExcludeInput::label() )
		);
	}

	private function save( int $product_id, mixed $posted ): void {
		Contained::call( 'woocommerce_product_quick_edit_save', fn () => ExcludeInput::from_form( $posted )?->apply( ( $this->exclusion )(), $product_id ) );
	}
}
