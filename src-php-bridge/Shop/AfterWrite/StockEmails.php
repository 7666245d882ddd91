<?php
/**
 * WooCommerce's e-mails about low and empty stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\AfterWrite;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Stock\WriteResult;
use KeyCrmStock\Shop\WordPressHooks\DetachedCallbacks;
use KeyCrmStock\Shop\WordPressHooks\SafeHooks;
use KeyCrmStock\Value\Change\Outcome;

/**
 * A first sync may move thousands of numbers; some versions of WooCommerce would mail each (9.3.0 did).
 * So nothing is mailed while we write, and afterwards only what the owner asked for.
 */
final class StockEmails {

	private const FILTERS = array( 'woocommerce_should_send_low_stock_notification', 'woocommerce_should_send_no_stock_notification' );

	private const EVENTS = array( 'woocommerce_low_stock', 'woocommerce_no_stock' );

	/**
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	public function while_muted( callable $work ) {
		$callbacks = new DetachedCallbacks();
		foreach ( self::EVENTS as $event ) {
			// Deferred e-mails are filtered in a later request, where our filters are gone. So they must not be queued either.
			$callbacks->take( $event, 'WC_Emails', 'queue_transactional_email' );
		}
		foreach ( self::FILTERS as $filter ) {
			add_filter( $filter, '__return_false', PHP_INT_MAX );
		}
		try {
			return $work();
		} finally {
			foreach ( self::FILTERS as $filter ) {
				remove_filter( $filter, '__return_false', PHP_INT_MAX );
			}
			$callbacks->put_back();
		}
	}

	/**
	 * Sends an e-mail if a number has fallen to a threshold or below it, and was above it before.
	 *
	 * @param array<int, WriteResult> $results
	 * @return array<int, WriteResult>
	 */
	public function announce( array $results ): array {
		foreach ( $results as $id => $result ) {
			if ( Outcome::Updated !== $result->outcome || null === $result->before || null === $result->after || $result->after >= $result->before ) {
				continue;
			}
			$problem = $this->announce_fall( $id, $result->before, $result->after );
			if ( '' !== $problem ) {
				$results[ $id ] = $result->with_problem( $problem );
			}
		}
		return $results;
	}

	private function announce_fall( int $id, float $before, float $after ): string {
		$product = wc_get_product( $id );
		if ( ! $product instanceof \WC_Product ) {
			return '';
		}
		$none = absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) );
		$low  = absint( wc_get_low_stock_amount( $product ) );
		return match ( true ) {
			$after <= $none && $before > $none => SafeHooks::tell( 'woocommerce_no_stock', array( $product ) ),
			$after <= $low && $before > $low => SafeHooks::tell( 'woocommerce_low_stock', array( $product ) ),
			default => '',
		};
	}
}
