<?php
/**
 * A meta box on the product's edit screen: how the stock quantity is made up.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\ProductEdit;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Admin\Screen\BuiltScript;
use KeyCrmStock\Sync\Product\StockExplainer;
use KeyCrmStock\Sync\Product\StockExplanation;
use KeyCrmStock\Text\AvailabilityText;
use KeyCrmStock\Text\ReasonText;

/** The server renders it from what the last run has read; src-admin/product.ts adds the chart and “Sync this product”. No other screen loads any of it. */
final class StockMetaBox {

	/** @param \Closure(): ?StockExplainer $sums Built only when the box is drawn. */
	public function __construct(
		private readonly \Closure $sums,
		private readonly BuiltScript $script,
	) {}

	public function register(): void {
		add_action( 'add_meta_boxes_product', fn ( \WP_Post $post ) => $this->add( $post ) );
	}

	private function add( \WP_Post $post ): void {
		// It names orders, so not all users who may edit products see it.
		if ( current_user_can( 'manage_woocommerce' ) && 'auto-draft' !== $post->post_status ) {
			add_meta_box( 'keycrm-stock-sum', __( 'Stock from KeyCRM', 'stock-sync-for-keycrm' ), fn ( \WP_Post $shown ) => $this->draw( $shown->ID ), 'product', 'normal', 'low' );
		}
	}

	private function draw( int $product_id ): void {
		try {
			$sums = ( $this->sums )()?->explain( $product_id );
		} catch ( \Throwable $error ) {
			// An error here must not keep the owner from editing the product.
			$this->say( __( 'How the stock comes about cannot be shown now; the stock itself is not affected. If this stays so, show your developer this message:', 'stock-sync-for-keycrm' ) . ' ' . $error->getMessage() );
			return;
		}
		if ( null === $sums ) {
			$this->say( __( 'KeyCRM’s stock has not been read yet. The first sync fills this box: WooCommerce → KeyCRM stock.', 'stock-sync-for-keycrm' ) );
			$this->offer_sync( $product_id );
			return;
		}
		if ( array() === $sums ) {
			$this->say( __( 'This product has no SKU and no stock number of its own, so nothing comes from KeyCRM. Variations that have an SKU appear here once they are saved.', 'stock-sync-for-keycrm' ) );
			return;
		}
		$this->table( $sums );
		$this->offer_sync( $product_id );
		$this->chart( $sums );
	}

	/** @param list<StockExplanation> $sums */
	private function chart( array $sums ): void {
		$products = array_map(
			static fn ( StockExplanation $sum ): array => array(
				'id'   => $sum->product->id,
				'name' => '' === $sum->product->sku ? $sum->product->name : $sum->product->sku,
			),
			$sums
		);
		printf( '<div class="keycrm-stock-history" data-products="%s"></div>', esc_attr( (string) wp_json_encode( $products ) ) );
	}

	private function offer_sync( int $product_id ): void {
		$this->script->enqueue( 'keycrm-stock-product' );
		printf( '<div class="keycrm-stock-sync" data-product="%d"></div>', (int) $product_id );
	}

	/** @param list<StockExplanation> $sums */
	private function table( array $sums ): void {
		printf(
			'<table class="widefat striped"><thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead><tbody>',
			esc_html__( 'SKU', 'stock-sync-for-keycrm' ),
			esc_html__( 'In the shop', 'stock-sync-for-keycrm' ),
			esc_html__( 'From KeyCRM', 'stock-sync-for-keycrm' )
		);
		foreach ( $sums as $sum ) {
			printf(
				'<tr><th scope="row" data-product="%d">%s</th><td>%s</td><td>%s</td></tr>',
				(int) $sum->product->id,
				esc_html( '' === $sum->product->sku ? '—' : $sum->product->sku ),
				esc_html( null === $sum->product->stock ? '—' : AvailabilityText::number( $sum->product->stock ) ),
				esc_html( $this->words( $sum ) )
			);
		}
		echo '</tbody></table>';
	}

	private function say( string $sentence ): void {
		printf( '<p>%s</p>', esc_html( $sentence ) );
	}

	private function words( StockExplanation $sum ): string {
		$parts = $sum->decision->parts;
		if ( null === $parts ) {
			return ( new ReasonText() )->sentence( $sum->decision->outcome, $sum->decision->reason );
		}
		$words = array(
			AvailabilityText::sentence( $parts ) . '.',
			/* translators: %s: a time such as "5 minutes". */
			sprintf( __( 'KeyCRM’s numbers of %s ago.', 'stock-sync-for-keycrm' ), human_time_diff( intdiv( $sum->read_at ?? 0, 1000 ) ) ),
		);
		if ( $sum->product->stock !== $parts->available ) {
			/* translators: %s: a number of pieces. */
			$words[] = sprintf( __( 'The next sync sets %s.', 'stock-sync-for-keycrm' ), AvailabilityText::number( $parts->available ) );
		}
		return implode( ' ', $words );
	}
}
