<?php
/**
 * A column in the list of products: how each stands with KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\ProductList;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Sync\Product\ProductState;
use KeyCrmStock\Sync\Product\ProductStates;
use KeyCrmStock\Text\AvailabilityText;
use KeyCrmStock\Text\ProductStateText;
use KeyCrmStock\Value\Stock\ProductSyncState;

final class StateColumn {

	private const NAME = 'keycrm_stock';

	/** @var array<int, list<ProductState>> */
	private array $states = array();

	/** @param \Closure(): ?ProductStates $source */
	public function __construct( private readonly \Closure $source ) {}

	/** Only on the list of products. */
	public function register(): void {
		// After WooCommerce has added its own columns.
		add_filter( 'manage_product_posts_columns', fn ( array $columns ): array => $this->with_ours( $columns ), 20 );
		// WooCommerce's own columns share the whole width, so ours needs a width of its own.
		wp_add_inline_style( 'list-tables', '.wp-list-table .column-' . self::NAME . ' { width: 12ch; }' );
		add_action( 'manage_product_posts_custom_column', fn ( string $name, int $product_id ) => self::NAME === $name && $this->draw( $product_id ), 10, 2 );
	}

	/**
	 * After WooCommerce's own column for stock.
	 *
	 * @param array<string, string> $columns
	 * @return array<string, string>
	 */
	private function with_ours( array $columns ): array {
		$place = array_search( 'is_in_stock', array_keys( $columns ), true );
		$place = false === $place ? count( $columns ) : $place + 1;
		return array_slice( $columns, 0, $place ) + array( self::NAME => __( 'KeyCRM', 'stock-sync-for-keycrm' ) ) + $columns;
	}

	private function draw( int $product_id ): void {
		try {
			if ( ! isset( $this->states[ $product_id ] ) ) {
				$this->states = ( $this->source )()?->for_products( ProductListScreen::shown_with( $product_id ) ) ?? array();
			}
		} catch ( \Throwable ) {
			// An error here must not keep the owner from the list of products.
			echo esc_html__( 'Cannot be shown now', 'stock-sync-for-keycrm' );
			return;
		}
		$states = $this->states[ $product_id ] ?? array();
		array() === $states ? print( '<span class="na">&ndash;</span>' ) : $this->print_states( $states );
	}

	/** @param non-empty-list<ProductState> $states */
	private function print_states( array $states ): void {
		$times = array_filter( array_map( static fn ( ProductState $state ): ?int => $state->at, $states ) );
		echo esc_html( 1 === count( $states ) ? $this->one( $states[0] ) : $this->summary( $states ) );
		if ( array() !== $times ) {
			printf(
				'<br><small title="%s">%s</small>',
				esc_attr( wp_date( 'Y-m-d H:i', intdiv( max( $times ), 1000 ) ) ?: '' ),
				/* translators: %s: a time such as "5 minutes". */
				esc_html( sprintf( __( '%s ago', 'stock-sync-for-keycrm' ), human_time_diff( intdiv( max( $times ), 1000 ) ) ) )
			);
		}
	}

	private function one( ProductState $state ): string {
		$name = ProductStateText::label( $state->state );
		/* translators: 1: how the product stands, such as "Right", 2: number of pieces. */
		return null === $state->number ? $name : sprintf( __( '%1$s: %2$s', 'stock-sync-for-keycrm' ), $name, AvailabilityText::number( $state->number ) );
	}

	/** @param non-empty-list<ProductState> $states Of a variable product and its variations. */
	private function summary( array $states ): string {
		$lines = array();
		foreach ( ProductSyncState::cases() as $case ) {
			$count = count( array_filter( $states, static fn ( ProductState $state ): bool => $case === $state->state ) );
			if ( $count > 0 ) {
				/* translators: 1: how products stand, such as "Right", 2: number of variations. */
				$lines[] = sprintf( __( '%1$s (%2$s)', 'stock-sync-for-keycrm' ), ProductStateText::label( $case ), number_format_i18n( $count ) );
			}
		}
		return implode( ', ', $lines );
	}
}
