<?php
/**
 * The text under the headline: what it means, and what to do.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Status\Facts;
use KeyCrmStock\Status\Headline;
use KeyCrmStock\Text\Push\PushHeadlineText;
use KeyCrmStock\Text\Run\GuardText;
use KeyCrmStock\Text\Run\RunErrorText;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Stock\Side;

final class HeadlineAdvice {

	public function __construct( private readonly TimeText $time ) {}

	/** @return list<string> Whole sentences; empty where the headline says it all. */
	public function sentences( Facts $facts ): array {
		return array_values( array_filter( array( ...$this->by_headline( $facts ), $this->waiting( $facts ) ) ) );
	}

	/** @return list<string> */
	private function by_headline( Facts $facts ): array {
		$push = Side::KeyCrm === $facts->run?->side ? PushHeadlineText::advice( $facts ) : '';
		if ( '' !== $push ) {
			return array( $push );
		}
		return match ( $facts->headline ) {
			Headline::ShopOff => array( __( 'Switch on “Enable stock management” in WooCommerce → Settings → Products → Inventory.', 'stock-sync-for-keycrm' ) ),
			Headline::NoKey => array( $facts->key_problem, __( 'Stock in the shop stays as it is until a key is entered.', 'stock-sync-for-keycrm' ) ),
			Headline::NeedsDecision => self::decision( $facts->run ),
			Headline::Failed => array( null === $facts->run?->error ? '' : RunErrorText::hint( $facts->run->error ) ),
			Headline::Previewed => null === $facts->run?->guard ? array() : GuardText::sentences( $facts->run->guard ),
			Headline::Undone => array( __( 'The shop now differs from KeyCRM. Correct the stock in KeyCRM, then sync again.', 'stock-sync-for-keycrm' ) ),
			Headline::Cancelled => array( self::left_behind( $facts ) ),
			Headline::NoProducts => array( __( 'Add products with the SKUs that they have in KeyCRM.', 'stock-sync-for-keycrm' ) ),
			Headline::NoSkus => array( __( 'Products are matched by SKU. Enter the SKU that each product has in KeyCRM, then sync again.', 'stock-sync-for-keycrm' ) ),
			Headline::NoneMatched => array( __( 'A product is matched when it has exactly the same SKU in the shop and in KeyCRM. Compare the SKUs, then sync again.', 'stock-sync-for-keycrm' ) ),
			default => array(),
		};
	}

	/** @return list<string> */
	private static function decision( ?Run $run ): array {
		return array(
			...array_slice( null === $run?->guard ? array() : GuardText::sentences( $run->guard ), 1 ),
			PushHeadlineText::decision( $run, Side::KeyCrm === $run?->side ),
		);
	}

	/** What a cancelled sync has written. */
	private static function left_behind( Facts $facts ): string {
		if ( RunPhase::Write !== $facts->run?->phase ) {
			return __( 'It changed nothing in the shop.', 'stock-sync-for-keycrm' );
		}
		return $facts->automation->enabled
			? __( 'Some products may have their new quantity already; the next sync sets the rest.', 'stock-sync-for-keycrm' )
			: __( 'Some products may have their new quantity already. Sync again to set the rest.', 'stock-sync-for-keycrm' );
	}

	private function waiting( Facts $facts ): string {
		return null === $facts->waiting || $facts->waiting->id === $facts->run?->id ? '' : sprintf(
			/* translators: %s: when, e.g. "4 minutes ago" or "on 1 August 2026 14:05". */
			__( 'The sync that was paused %s still waits for your decision.', 'stock-sync-for-keycrm' ),
			$this->time->past( $facts->waiting->planned_at ?? $facts->waiting->started_at )
		);
	}
}
