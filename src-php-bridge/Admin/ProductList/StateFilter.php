<?php
/**
 * Filters the list of products by their state in the sync.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\ProductList;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Contained;
use KeyCrmStock\Sync\Product\ProductStateFilter;
use KeyCrmStock\Text\ProductStateText;
use KeyCrmStock\Value\Stock\ProductSyncState;

final class StateFilter {

	private const FIELD = 'keycrm_stock_state';

	/** @param \Closure(): ?ProductStateFilter $filter */
	public function __construct( private readonly \Closure $filter ) {}

	/** Only on the list of products. */
	public function register(): void {
		add_action( 'restrict_manage_posts', fn () => $this->show() );
		add_filter( 'posts_where', fn ( string $where, \WP_Query $query ): string => $query->is_main_query() ? $where . $this->where() : $where, 10, 2 );
	}

	private function show(): void {
		$chosen = $this->chosen();
		printf( '<select name="%s" aria-label="%s"><option value="">%s</option>', esc_attr( self::FIELD ), esc_attr__( 'Filter by KeyCRM', 'stock-sync-for-keycrm' ), esc_html__( 'Filter by KeyCRM', 'stock-sync-for-keycrm' ) );
		foreach ( ProductSyncState::cases() as $state ) {
			if ( ProductSyncState::Unknown !== $state ) {
				printf( '<option value="%s"%s>%s</option>', esc_attr( $state->value ), selected( $state->value, $chosen?->value, false ), esc_html( ProductStateText::label( $state ) ) );
			}
		}
		echo '</select>';
	}

	private function where(): string {
		$chosen = $this->chosen();
		// An error here must not keep the owner from the list of products.
		return null === $chosen || ProductSyncState::Unknown === $chosen ? '' : Contained::call( 'posts_where', fn (): ?string => ( $this->filter )()?->where( $chosen ) ) ?? '';
	}

	private function chosen(): ?ProductSyncState {
		$asked = $_GET[ self::FIELD ] ?? null; // Only read: one of our words, or nothing.
		return is_string( $asked ) ? ProductSyncState::tryFrom( $asked ) : null;
	}
}
