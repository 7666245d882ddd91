<?php
/**
 * Sends WooCommerce's statements for a page of numbers in a row.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * For each number WooCommerce sends two statements: one changes it, one puts it into the lookup table, and
 * nobody looks at the answers. Sent from where they stand in WooCommerce's code, each finds the processor's
 * caches full of PHP, and leaves them full of the server's work: that doubles the time of both. So they are
 * held, as they are, and sent in a row and in their order when the page's last number has been told, or
 * before any other statement goes out: whoever asks the database gets the answers he would have got anyway.
 */
final class HeldStatements {

	/** @var list<array{int, string}> Product ids and statements. */
	private array $held = array();

	private int $product_id = 0;

	/** How the next statement begins that is to be held; empty where none is due. */
	private string $next = '';

	private readonly string $lookup;

	private ?PageLost $failure = null;

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly DatabaseFacts $facts,
	) {
		$this->lookup = "REPLACE INTO `{$wpdb->prefix}wc_product_meta_lookup`";
	}

	/** To be called when everybody else who wants a word in those statements listens already. */
	public function hold(): void {
		// Another plugin's class may do more with a statement than send it.
		if ( $this->facts->is_core_wpdb ) {
			add_filter( UnderLock::STATEMENT, array( $this, 'expect' ), PHP_INT_MAX, 2 );
			add_filter( 'query', array( $this, 'take' ), PHP_INT_MAX );
		}
	}

	/** What is still held is dropped. */
	public function let_go(): void {
		remove_filter( UnderLock::STATEMENT, array( $this, 'expect' ), PHP_INT_MAX );
		remove_filter( 'query', array( $this, 'take' ), PHP_INT_MAX );
		$this->held = array();
	}

	/** @throws PageLost Where one has failed, here or before; what came after it has not been sent. */
	public function send(): void {
		$this->send_held();
		if ( null !== $this->failure ) {
			throw $this->failure;
		}
	}

	/** Just before the statement. */
	public function expect( string $statement, int $product_id ): string {
		$this->product_id = $product_id;
		$this->next       = $statement;
		return $statement;
	}

	/** An empty statement is not sent. */
	public function take( string $statement ): string {
		if ( '' === $statement ) {
			return '';
		}
		if ( '' !== $this->next && str_starts_with( $statement, $this->next ) ) {
			$this->held[] = array( $this->product_id, $statement );
			$this->next   = $this->next === $this->lookup ? '' : $this->lookup;
			return '';
		}
		$this->next = '';
		$this->send_held();
		return $statement;
	}

	/** After a failure nothing more: with the transaction gone, each would count by itself. */
	private function send_held(): void {
		global $wp_filter;
		if ( array() === $this->held ) {
			return;
		}
		$held       = $this->held;
		$this->held = array();
		// Everybody has had his word in them.
		$listeners = $wp_filter['query'] ?? null;
		unset( $wp_filter['query'] );
		try {
			foreach ( $held as [ $product_id, $statement ] ) {
				if ( null === $this->failure && false === $this->wpdb->query( $statement ) ) {
					$this->failure = PageLost::by_statement( $product_id );
				}
			}
		} finally {
			if ( null !== $listeners ) {
				$wp_filter['query'] = $listeners;
			}
		}
	}
}
