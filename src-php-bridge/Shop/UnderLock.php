<?php
/**
 * Tells WooCommerce what we know under the lock, and it would find out by queries.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * While it changes a number WooCommerce (1) makes sure that there is a row, (2) reads the number to which
 * the difference will be added, (3) looks for the row by product and key, on a way through the table that
 * may cross a waiting sale's (see StockRows), (4) reads all meta of the product again for its lookup table.
 * The row is there; we say which it is; and where the lock keeps all meta of the product as it is, (2) can
 * bring nothing but the number that was locked, and (4) nothing but what was remembered a moment ago, with
 * the new number in it. (2) is a third of all statements of a write.
 */
final class UnderLock {

	/** WooCommerce's filter on the statement that changes a number. */
	public const STATEMENT = 'woocommerce_update_product_stock_query';

	/** How WooCommerce's own statement ends; one that another plugin has put in its place is left alone. */
	private const ENDING = "meta_key='_stock'";

	/** WooCommerce's statement for (2); empty where it is not due. */
	private string $question = '';

	/** The answer to it. */
	private string $number = '';

	private int $product_id = 0;

	/** @var array<string, list<string>> */
	private array $meta = array();

	/** @param array<int, StockRow> $rows Those that are locked, by product id. */
	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly array $rows,
		private readonly DatabaseFacts $facts,
	) {}

	public function start(): void {
		add_filter( 'add_post_metadata', array( $this, 'row_is_there' ), 10, 3 );
		add_filter( 'query', array( $this, 'answer_question' ), PHP_INT_MAX );
		add_filter( self::STATEMENT, array( $this, 'name_row' ), PHP_INT_MAX, 3 );
	}

	public function stop(): void {
		remove_filter( 'add_post_metadata', array( $this, 'row_is_there' ) );
		remove_filter( 'query', array( $this, 'answer_question' ), PHP_INT_MAX );
		remove_filter( self::STATEMENT, array( $this, 'name_row' ), PHP_INT_MAX );
		remove_filter( 'get_post_metadata', array( $this, 'put_back' ), 0 );
	}

	/**
	 * Answers `add_post_meta( …, '_stock', 0, true )` as WordPress would after a query.
	 *
	 * @param mixed $answer Of others on this filter.
	 * @return mixed
	 */
	public function row_is_there( $answer, int $product_id, string $key ) {
		if ( null !== $answer || '_stock' !== $key || ! isset( $this->rows[ $product_id ] ) ) {
			return $answer;
		}
		if ( $this->facts->freezes_meta && $this->facts->is_core_wpdb ) {
			$this->number   = (string) $this->rows[ $product_id ]->amount;
			$this->question = "SELECT meta_value FROM {$this->wpdb->postmeta} WHERE post_id = {$product_id} AND meta_key='_stock';";
		}
		return false;
	}

	/**
	 * The very next statement, if it is WooCommerce's: wpdb sends no empty one, and get_var() then reads
	 * what `last_result` holds.
	 */
	public function answer_question( string $statement ): string {
		if ( '' === $this->question ) {
			return $statement;
		}
		$is_asked       = $statement === $this->question;
		$this->question = '';
		if ( ! $is_asked ) {
			return $statement;
		}
		$this->wpdb->last_result = array( (object) array( 'meta_value' => $this->number ) );
		return '';
	}

	/**
	 * Just before the statement.
	 *
	 * @param int|float $amount The number that will be there after it.
	 */
	public function name_row( string $statement, int $product_id, $amount ): string {
		$row = $this->rows[ $product_id ] ?? null;
		if ( null === $row || ! str_ends_with( $statement, self::ENDING ) ) {
			return $statement;
		}
		if ( $this->facts->freezes_meta ) {
			$this->remember( $product_id, (string) $amount );
		}
		return $statement . ' AND meta_id IN ( ' . implode( ', ', $row->meta_ids() ) . ' )';
	}

	private function remember( int $product_id, string $amount ): void {
		$meta = wp_cache_get( $product_id, 'post_meta' );
		if ( is_array( $meta ) && isset( $meta['_stock'] ) ) {
			$meta['_stock']   = array_fill( 0, count( $meta['_stock'] ), $amount );
			$this->product_id = $product_id;
			$this->meta       = $meta;
			add_filter( 'get_post_metadata', array( $this, 'put_back' ), 0, 2 );
		}
	}

	/**
	 * Before the first look after the statement, when WooCommerce has dropped what was remembered.
	 *
	 * @param mixed $answer Of others on this filter.
	 * @return mixed
	 */
	public function put_back( $answer, int $product_id ) {
		if ( $product_id === $this->product_id ) {
			$this->product_id = 0;
			wp_cache_add( $product_id, $this->meta, 'post_meta' );
			// Not to be asked a dozen times more for this product.
			remove_filter( 'get_post_metadata', array( $this, 'put_back' ), 0 );
		}
		return $answer;
	}
}
