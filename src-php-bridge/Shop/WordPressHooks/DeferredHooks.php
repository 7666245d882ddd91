<?php
/**
 * Defers WooCommerce's hooks about written numbers until the numbers are committed.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\WordPressHooks;

defined( 'ABSPATH' ) || exit;

/**
 * WooCommerce fires these hooks while it writes a number, inside our transaction. Their listeners purge caches
 * over HTTP, copy numbers to translations or write logs. Shoppers would wait that long behind our locks; and
 * a listener that reads over another connection would still see the old number. So the hooks are recorded,
 * and fired with the same arguments after the commit.
 *
 * `…_before_set_stock` is not deferred, because after the change it would be useless.
 */
final class DeferredHooks {

	private const ROW = 'woocommerce_updated_product_stock';

	private const HOOKS = array( self::ROW, 'woocommerce_product_set_stock', 'woocommerce_variation_set_stock' );

	private const ALL_ARGUMENTS = 99;

	/** @var array<string, \WP_Hook> */
	private array $held = array();

	/** @var array<int, list<array{non-empty-string, list<mixed>}>> By product id. */
	private array $recorded = array();

	private int $product_id = 0;

	public function hold(): void {
		global $wp_filter;
		foreach ( self::HOOKS as $hook ) {
			if ( isset( $wp_filter[ $hook ] ) ) {
				$this->held[ $hook ] = $wp_filter[ $hook ];
				unset( $wp_filter[ $hook ] );
				add_action( $hook, array( $this, 'note' ), 10, self::ALL_ARGUMENTS );
			}
		}
	}

	/** Hooks fired from now on belong to this product. */
	public function begin( int $product_id ): void {
		$this->product_id = $product_id;
	}

	/**
	 * Records a hook in place of its listeners.
	 *
	 * @param mixed ...$arguments
	 */
	public function note( ...$arguments ): void {
		$hook = (string) current_filter();
		if ( '' !== $hook ) {
			$this->recorded[ $this->product_id ][] = array( $hook, array_values( $arguments ) );
		}
	}

	/** Puts the listeners back, followed by those that were added meanwhile. */
	public function restore(): void {
		global $wp_filter;
		foreach ( $this->held as $hook => $listeners ) {
			remove_action( $hook, array( $this, 'note' ) );
			$late               = isset( $wp_filter[ $hook ] ) ? $wp_filter[ $hook ]->callbacks : array();
			$wp_filter[ $hook ] = $listeners;
			foreach ( $late as $priority => $entries ) {
				foreach ( $entries as $entry ) {
					add_action( $hook, $entry['function'], (int) $priority, (int) $entry['accepted_args'] );
				}
			}
		}
		$this->held = array();
	}

	/**
	 * Fires the hooks about the changed row, which WooCommerce fires before it saves the product.
	 *
	 * @return string '' or the messages of listeners that threw.
	 */
	public function fire_row_hooks( int $product_id ): string {
		return $this->tell( $product_id, static fn ( string $hook ): bool => self::ROW === $hook );
	}

	/**
	 * Fires the hooks about the set number, which WooCommerce fires when the product is saved too.
	 *
	 * @return string '' or the messages of listeners that threw.
	 */
	public function fire_number_hooks( int $product_id ): string {
		return $this->tell( $product_id, static fn ( string $hook ): bool => self::ROW !== $hook );
	}

	/** @param \Closure(string): bool $wanted */
	private function tell( int $product_id, \Closure $wanted ): string {
		$problems = array();
		foreach ( $this->recorded[ $product_id ] ?? array() as [ $hook, $arguments ] ) {
			$problems[] = $wanted( $hook ) ? SafeHooks::tell( $hook, $arguments ) : '';
		}
		return SafeHooks::joined( $problems );
	}
}
