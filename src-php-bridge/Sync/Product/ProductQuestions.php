<?php
/**
 * Asks KeyCRM about one product, with two requests at most.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Hooks;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Client\RateLimiter;
use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Sync\Match\TranslationSet;
use KeyCrmStock\Sync\Order\ShortOrderRead;
use KeyCrmStock\Sync\Read\ProductLevels;
use KeyCrmStock\Value\Run\Run;

/**
 * One request is for the levels. The other one is used where it helps most:
 * - before the levels, for the orders, if an order is open that KeyCRM was not known to count. If KeyCRM counts it by now,
 *   it must not be subtracted twice;
 * - after them, for offers that the answer lacks;
 * - after them, for the orders, if a number is to rise. Only then is it sure that no order was released in between.
 * What two requests cannot settle is left to a refresh, which may send more. A person waits here, so nothing is repeated.
 */
final class ProductQuestions {

	public function __construct(
		private readonly ProductPlanner $planner,
		private readonly ProductLevels $levels,
		private readonly ShortOrderRead $orders,
		private readonly RetryPolicy $retry,
		private readonly RateLimiter $limiter,
		private readonly Clock $clock,
	) {}

	/**
	 * @param non-empty-list<TranslationSet> $sets
	 * @return list<PlannedProduct>
	 * @throws WaitRequired If KeyCRM would refuse a request now.
	 * @throws ApiException If no levels came.
	 * @throws DatabaseError
	 */
	public function plan( array $sets, Run $run ): array {
		// A sync under way leaves its next slots to the person who waits.
		return $this->limiter->urgently( fn (): array => $this->ask( $sets, $run ) );
	}

	/**
	 * @param non-empty-list<TranslationSet> $sets
	 * @return list<PlannedProduct>
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws DatabaseError
	 */
	private function ask( array $sets, Run $run ): array {
		$this->orders->read_shop( $run );
		$asks_orders = $this->orders->asks_keycrm();
		$is_spent    = $asks_orders && $this->planner->has_uncounted_orders( $sets );
		if ( $is_spent ) {
			$this->try_to( 'orders', fn () => $this->orders->ask( $run ), $run );
		}
		$answer = $this->must( fn () => $this->levels->ask( array_values( array_unique( array_map( static fn ( TranslationSet $set ): string => $set->product->sku, $sets ) ) ) ) );
		$plan   = $this->planner->plan( $sets, $answer, $run->id );
		if ( $is_spent ) {
			return $plan;
		}
		if ( $answer->lacks_offers() ) {
			$this->try_to( 'offers', fn () => $this->levels->ask_again( $answer ), $run );
		} elseif ( $asks_orders && array() !== array_filter( $plan, static fn ( PlannedProduct $product ): bool => null !== $product->decision->parts && $product->is_later ) ) {
			$this->try_to( 'orders', fn () => $this->orders->ask( $run ), $run );
		} else {
			return $plan;
		}
		return $this->planner->plan( $sets, $answer, $run->id );
	}

	/**
	 * @template T
	 * @param \Closure(): T $request
	 * @return T
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	private function must( \Closure $request ): mixed {
		try {
			return $request();
		} catch ( ApiException $error ) {
			$delay = ErrorKind::RateLimited === $error->kind ? $this->retry->delay_ms( 1, $error ) : null;
			throw null === $delay ? $error : new WaitRequired( $this->clock->now_ms() + $delay, WaitRequired::LIMIT );
		}
	}

	/**
	 * Without this answer the product keeps its number or gets a lower one, so it can do without.
	 *
	 * @param 'offers'|'orders' $question
	 * @param \Closure(): void  $request
	 */
	private function try_to( string $question, \Closure $request, Run $run ): void {
		try {
			$request();
		} catch ( WaitRequired ) {
			return;
		} catch ( ApiException $error ) {
			Hooks::unanswered( $run, $question, $error->kind->value, $error->details );
		}
	}
}
