<?php
/**
 * The phase details: sends names and prices of products that were saved since the last time.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push\Details;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Hooks;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Product\DetailsEndpoint;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Option\DetailsCheckpoint;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\Run;

/**
 * Only if the owner has switched it on, and only while the shop leads. A page of products is compared with what KeyCRM has;
 * all different prices of a page go with one request, and each name with its own. A step is one request at most. The
 * requests name absolute values, so a worker that repeats them changes nothing.
 */
final class DetailsStep implements Step {

	/** A product may be saved while another one is compared, and clocks of servers differ. Seconds. */
	private const OVERLAP = 60;

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly DetailsCheckpoint $checkpoint,
		private readonly DetailsComparison $comparison,
		private readonly DetailsEndpoint $keycrm,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$wanted   = $this->settings->get()->details;
		$switches = $wanted->fingerprint();
		if ( ! $wanted->any() ) {
			return StepResult::done( $run );
		}
		$cursor = $run->cursor + array(
			'after_id' => 0,
			'began'    => intdiv( $this->clock->now_ms(), 1000 ),
			'prices'   => array(),
			'names'    => array(),
		);
		$prices = array_map( 'floatval', array_filter( (array) $cursor['prices'], 'is_numeric' ) );
		if ( array() !== $prices ) {
			$this->refusable( fn () => $this->keycrm->set_prices( $prices ), $run, 'prices' );
			return StepResult::more( $run->answered()->with( cursor: array( 'prices' => array() ) + $cursor ) );
		}
		if ( array() !== $cursor['names'] ) {
			return StepResult::more( $this->renamed( $run, $cursor ) );
		}
		$page = $this->comparison->page( $wanted, $this->checkpoint->since( $switches ), (int) $cursor['after_id'] );
		if ( null === $page ) {
			$this->checkpoint->note( $switches, (int) $cursor['began'] - self::OVERLAP );
			return StepResult::done( $run );
		}
		return StepResult::more(
			( $page->asked ? $run->answered() : $run )->with(
				cursor: array(
					'after_id' => $page->last_id,
					'prices'   => $page->prices,
					'names'    => $page->names,
				) + $cursor
			)
		);
	}

	/**
	 * One name.
	 *
	 * @param array<string, mixed> $cursor
	 */
	private function renamed( Run $run, array $cursor ): Run {
		$names = (array) $cursor['names'];
		$one   = (array) array_shift( $names );
		$name  = is_string( $one['name'] ?? null ) ? $one['name'] : '';
		$id    = is_int( $one['id'] ?? null ) ? $one['id'] : 0;
		$this->refusable( fn () => $this->keycrm->rename( $id, $name ), $run, 'names' );
		return $run->answered()->with( cursor: array( 'names' => array_values( $names ) ) + $cursor );
	}

	/**
	 * What KeyCRM does not accept is written to the log, and the rest goes on.
	 *
	 * @param \Closure(): void $request
	 * @param 'names'|'prices'  $what
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	private function refusable( \Closure $request, Run $run, string $what ): void {
		try {
			$request();
		} catch ( ApiException $error ) {
			if ( ! $error->is_about_content() ) {
				throw $error;
			}
			Hooks::unanswered( $run, $what, $error->kind->value, $error->details . ' ' . $error->said );
		}
	}
}
