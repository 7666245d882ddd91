<?php
/**
 * Spares WooCommerce a query after each change of a number.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * WooCommerce changes `_stock` by SQL, drops what WordPress remembers of the product's meta and reads
 * all of it again for its lookup table. Where the lock keeps all of it as it is, that reading can bring
 * nothing but what was remembered a moment ago, with the new number in it; so that is put back.
 */
final class FrozenMeta {

	private const UPDATE = 'woocommerce_update_product_stock_query';

	private int $product_id = 0;

	/** @var array<string, list<string>> */
	private array $meta = array();

	/** @param array<int, StockChange> $locked By product id. */
	public function __construct( private readonly array $locked ) {}

	public function start(): void {
		// Somebody who writes another statement writes perhaps another number.
		if ( ! has_filter( self::UPDATE ) ) {
			add_filter( self::UPDATE, array( $this, 'remember' ), 10, 3 );
			add_filter( 'get_post_metadata', array( $this, 'put_back' ), 0, 2 );
		}
	}

	public function stop(): void {
		remove_filter( self::UPDATE, array( $this, 'remember' ) );
		remove_filter( 'get_post_metadata', array( $this, 'put_back' ), 0 );
	}

	/**
	 * Just before the statement.
	 *
	 * @param int|float $amount The number that will be there after it.
	 */
	public function remember( string $statement, int $product_id, $amount ): string {
		$meta = isset( $this->locked[ $product_id ] ) ? wp_cache_get( $product_id, 'post_meta' ) : false;
		if ( is_array( $meta ) && isset( $meta['_stock'] ) && 1 === count( $meta['_stock'] ) ) {
			$meta['_stock']   = array( (string) $amount );
			$this->product_id = $product_id;
			$this->meta       = $meta;
		}
		return $statement;
	}

	/**
	 * Before the first look after it.
	 *
	 * @param mixed $answer Of others on this filter.
	 * @return mixed
	 */
	public function put_back( $answer, int $product_id ) {
		if ( $product_id === $this->product_id ) {
			$this->product_id = 0;
			wp_cache_add( $product_id, $this->meta, 'post_meta' );
		}
		return $answer;
	}
}
