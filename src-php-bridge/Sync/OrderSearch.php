<?php
/**
 * Finds out whether the shop's orders reach KeyCRM, and under which channel.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\ApiException;
use KeyCrmStock\KeyCrm\OrderQuery;
use KeyCrmStock\Settings\HoldMode;
use KeyCrmStock\Settings\HoldOrdersSettings;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\LookMemory;
use KeyCrmStock\Value\Run;
use KeyCrmStock\Value\RunMode;
use KeyCrmStock\Value\RunPhase;

/**
 * Two questions: for the newest order of the shop by its number, then for the newest orders of any channel
 * (some programs write "№20002", which the first one does not find). The same number alone proves nothing,
 * an Instagram order may bear it too; a common SKU has to agree.
 */
final class OrderSearch {

	private const AGAIN_AFTER = 6 * 3_600_000;

	public function __construct(
		private readonly PacedOrders $reader,
		private readonly OwnOrders $own,
		private readonly LookMemory $memory,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/** While the owner has not decided; at most four times a day, but for each preview. */
	public function is_due( Run $run, HoldOrdersSettings $hold ): bool {
		return match ( $hold->mode ) {
			HoldMode::Off => $hold->detect && ( RunMode::Preview === $run->mode || $this->clock->now_ms() - $this->memory->searched_ms() > self::AGAIN_AFTER ),
			HoldMode::KeyCrmOrders => 0 === $hold->source_id,
			default => false,
		};
	}

	/** One question; the run stays in its phase where an order was found, and otherwise goes on to $next in the end. */
	public function advance( Run $run, HoldOrdersSettings $hold, RunPhase $next ): Run {
		$newest = $this->own->newest( $hold->oldest_ms( $this->clock->now_ms() ) );
		if ( array() === $newest ) {
			return $run->at( $next );
		}
		$asked  = ( $run->cursor['asked'] ?? 0 ) + 1;
		$query  = 1 === $asked ? OrderQuery::by_uuid( (string) array_key_first( $newest ) ) : OrderQuery::newest();
		$source = $this->source( $query, $newest );
		$run    = $run->with( requests: $run->requests + 1, attempts: 0 );
		if ( null !== $source ) {
			$this->settings->save(
				array(
					'hold_orders' => array(
						'mode'      => HoldMode::KeyCrmOrders->value,
						'source_id' => $source,
						'detect'    => false,
					),
				)
			);
			return $run->with( cursor: array() );
		}
		if ( $asked < 2 ) {
			return $run->with( cursor: array( 'asked' => $asked ) );
		}
		$this->memory->note_search( $this->clock->now_ms() );
		return $run->at( $next );
	}

	/**
	 * @param array<int, list<string>> $newest
	 * @throws ApiException Where asking again may help.
	 */
	private function source( OrderQuery $query, array $newest ): ?int {
		try {
			[ $page ] = $this->reader->page( $query );
		} catch ( ApiException $error ) {
			if ( $error->is_retryable() ) {
				throw $error;
			}
			return null; // A key that may not see orders is no reason to stop the stock.
		}
		return $this->own->source( $page->orders, $newest );
	}
}
