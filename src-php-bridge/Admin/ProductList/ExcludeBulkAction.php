<?php
/**
 * Excludes many products at once, or includes them again, from the list of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\ProductList;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Contained;
use KeyCrmStock\Shop\Exclusion\ExclusionMarks;

final class ExcludeBulkAction {

	private const EXCLUDE = 'keycrm_stock_exclude';
	private const INCLUDE = 'keycrm_stock_include';

	/** Query argument of the page that follows: how many products were changed. */
	private const DONE = array(
		self::EXCLUDE => 'keycrm_stock_excluded',
		self::INCLUDE => 'keycrm_stock_included',
	);

	/** @param \Closure(): ExclusionMarks $exclusion */
	public function __construct( private readonly \Closure $exclusion ) {}

	/** Only on the list of products. WordPress checks the list's nonce before it calls the action. */
	public function register(): void {
		add_filter( 'bulk_actions-edit-product', fn ( array $actions ): array => $actions + $this->actions() );
		add_filter( 'handle_bulk_actions-edit-product', fn ( string $page, string $action, array $ids ): string => isset( self::DONE[ $action ] ) ? $this->done( $page, $action, $ids ) : $page, 10, 3 );
		add_filter( 'removable_query_args', static fn ( array $names ): array => array( ...$names, ...array_values( self::DONE ) ) );
		add_action( 'admin_notices', fn () => $this->say() );
	}

	/** @return array<string, string> */
	private function actions(): array {
		return array(
			self::EXCLUDE => __( 'Leave alone in KeyCRM sync', 'stock-sync-for-keycrm' ),
			self::INCLUDE => __( 'Sync with KeyCRM again', 'stock-sync-for-keycrm' ),
		);
	}

	/** @param array<int|string> $ids */
	private function done( string $page, string $action, array $ids ): string {
		$exclusion = ( $this->exclusion )();
		$count     = 0;
		foreach ( array_map( 'intval', $ids ) as $id ) {
			if ( current_user_can( 'edit_post', $id ) ) {
				$count += Contained::call( 'handle_bulk_actions', fn (): int => $this->marked( $exclusion, $action, $id ) ) ?? 0;
			}
		}
		return add_query_arg( self::DONE[ $action ], $count, remove_query_arg( array_values( self::DONE ), $page ) );
	}

	private function marked( ExclusionMarks $exclusion, string $action, int $id ): int {
		self::EXCLUDE === $action ? $exclusion->exclude( $id ) : $exclusion->include( $id );
		return 1;
	}

	private function say(): void {
		// Only a number is read, and nothing is changed.
		foreach ( self::DONE as $action => $name ) {
			$count = is_numeric( $_GET[ $name ] ?? null ) ? (int) $_GET[ $name ] : null;
			if ( null !== $count ) {
				printf( '<div class="notice notice-success is-dismissible"><p>%s</p></div>', esc_html( $this->sentence( $action, $count ) ) );
			}
		}
	}

	private function sentence( string $action, int $count ): string {
		$number = number_format_i18n( $count );
		return self::EXCLUDE === $action
			/* translators: %s: number of products. */
			? sprintf( _n( '%s product is left alone from now on: its stock stays as it is here, whatever KeyCRM has.', '%s products are left alone from now on: their stock stays as it is here, whatever KeyCRM has.', $count, 'stock-sync-for-keycrm' ), $number )
			/* translators: %s: number of products. */
			: sprintf( _n( '%s product is synced with KeyCRM again, from the next sync on, unless its category is left alone.', '%s products are synced with KeyCRM again, from the next sync on, unless their category is left alone.', $count, 'stock-sync-for-keycrm' ), $number );
	}
}
