<?php
/**
 * Notes whose stock has changed in the shop, so that KeyCRM hears of it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Contained;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Store\Option\AwakeUntil;
use KeyCrmStock\Sync\Webhook\Loopback;

/**
 * Called in requests of shoppers, of people in wp-admin, of imports and of other programs. All changes of a request cost
 * one statement, at its very end, and no request to KeyCRM: a worker is called for that. While one is awake, none is.
 */
final class ShopStockChanges {

	/** The answer is on its way then, so nobody waits for the call. */
	private const FINISHERS = array( 'fastcgi_finish_request', 'litespeed_finish_request' );

	/** @var array<string, true> By "sku:" and the SKU, because PHP turns a key like "1618" into a number. */
	private array $skus = array();

	public function __construct(
		private readonly DirtyOffers $offers,
		private readonly Loopback $loopback,
		private readonly AwakeUntil $awake,
		private readonly Clock $clock,
	) {}

	/** @param string $sku '' is left out: a product without an SKU has no counterpart. */
	public function note( string $sku ): void {
		if ( '' === $sku ) {
			return;
		}
		if ( array() === $this->skus ) {
			add_action( 'shutdown', array( $this, 'store' ), PHP_INT_MAX - 1 );
			// Last of all, so that other plugins' work at the end of a request is done before the answer is finished.
			add_action( 'shutdown', array( $this, 'call_worker' ), PHP_INT_MAX );
		}
		$this->skus[ 'sku:' . $sku ] = true;
	}

	/** If this fails, or the process dies before, the next sync finds the difference. */
	public function store(): void {
		Contained::call( 'stock changes', $this->stored( ... ) );
	}

	/** A lost call is made up for by WooCommerce's queue. */
	public function call_worker(): void {
		if ( $this->awake->is_at( $this->clock->now_ms() ) ) {
			return;
		}
		foreach ( array_filter( self::FINISHERS, 'function_exists' ) as $finish ) {
			$finish();
		}
		Contained::call( 'stock changes', $this->loopback->call( ... ) );
	}

	/** @throws DatabaseError */
	private function stored(): void {
		$offers     = array_map(
			static fn ( string $key ): array => array(
				'offer_id' => 0,
				'sku'      => substr( $key, 4 ),
			),
			array_keys( $this->skus )
		);
		$this->skus = array();
		$this->offers->mark( $offers, $this->clock->now_ms() );
	}
}
