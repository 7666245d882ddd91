<?php
/**
 * Keeps news of written products back until they are true.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * WooCommerce fires these while it writes, that is inside our transaction. What listens to them purges
 * caches over HTTP, copies numbers to translations, writes logs: slow, and shoppers would wait behind
 * our locks; or it looks at the product from another connection, where nothing has changed yet. So
 * they are noted, and fired with the same arguments and in the same order after the commit.
 *
 * Hooks that announce a change and may alter it (`…_before_set_stock`, `…_before_…_object_save`) are
 * not held: after the change they would be of no use.
 */
final class HeldHooks {

	private const HOOKS = array(
		'woocommerce_updated_product_stock',
		'woocommerce_product_set_stock',
		'woocommerce_variation_set_stock',
		'woocommerce_product_set_stock_status',
		'woocommerce_variation_set_stock_status',
		'woocommerce_product_set_visibility',
		'woocommerce_product_attributes_updated',
		'woocommerce_product_object_updated_props',
		'woocommerce_delete_product_transients',
		'woocommerce_update_product',
		'woocommerce_update_product_variation',
		'woocommerce_after_product_object_save',
	);

	private const ALL_ARGUMENTS = 99;

	/** @var array<string, \WP_Hook> */
	private array $held = array();

	/** @var array<int, list<array{non-empty-string, list<mixed>}>> By product id. */
	private array $news = array();

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

	/** What is fired from now on belongs to this product. */
	public function begin( int $product_id ): void {
		$this->product_id = $product_id;
	}

	/**
	 * Stands in for the listeners.
	 *
	 * @param mixed ...$arguments
	 */
	public function note( ...$arguments ): void {
		$hook = (string) current_filter();
		if ( '' !== $hook ) {
			$this->news[ $this->product_id ][] = array( $hook, array_values( $arguments ) );
		}
	}

	/** Puts the listeners back as they were, with those that came meanwhile behind them. */
	public function let_go(): void {
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

	/** @return string '' or the message of the last listener that threw. */
	public function tell( int $product_id ): string {
		$problem = '';
		foreach ( $this->news[ $product_id ] ?? array() as [ $hook, $arguments ] ) {
			$thrown  = Listeners::tell( $hook, $arguments );
			$problem = '' === $thrown ? $problem : $thrown;
		}
		unset( $this->news[ $product_id ] );
		return $problem;
	}
}
