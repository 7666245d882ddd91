<?php
/**
 * The three facts about the sync, a sentence each.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Status\Automation;
use KeyCrmStock\Status\AutomationState;
use KeyCrmStock\Status\Coverage;
use KeyCrmStock\Status\CoverageState;
use KeyCrmStock\Status\Facts;
use KeyCrmStock\Status\Freshness;
use KeyCrmStock\Status\FreshnessState;

final class FactsText {

	public function __construct( private readonly TimeText $time ) {}

	/** @return list<string> Coverage, freshness and automation, always together. */
	public function lines( Facts $facts ): array {
		return array( $this->coverage( $facts->coverage ), $this->freshness( $facts->freshness ), $this->automation( $facts->automation ) );
	}

	public function coverage( Coverage $coverage ): string {
		return match ( $coverage->state() ) {
			CoverageState::Unknown => __( 'Products have not been compared with KeyCRM yet', 'stock-sync-for-keycrm' ),
			CoverageState::NoProducts => __( 'No products in the shop', 'stock-sync-for-keycrm' ),
			CoverageState::AllExcluded => __( 'No product is set to be synced', 'stock-sync-for-keycrm' ),
			default => sprintf(
				/* translators: 1: how many products are matched, 2: of how many. */
				_n( '%1$s of %2$s product matched', '%1$s of %2$s products matched', $coverage->products, 'stock-sync-for-keycrm' ),
				number_format_i18n( $coverage->matched ),
				number_format_i18n( $coverage->products )
			) . self::without_sku( $coverage ),
		};
	}

	public function freshness( Freshness $freshness ): string {
		$synced_at = $freshness->synced_at();
		$parts     = array(
			null === $synced_at ? __( 'Never synced', 'stock-sync-for-keycrm' ) : sprintf(
				/* translators: %s: when, e.g. "4 minutes ago" or "on 1 August 2026 14:05". */
				__( 'Last successful sync %s', 'stock-sync-for-keycrm' ),
				$this->time->past( $synced_at )
			),
		);
		if ( null !== $freshness->tried_at ) {
			/* translators: %s: when, e.g. "4 minutes ago" or "on 1 August 2026 14:05". */
			$parts[] = sprintf( __( 'tried %s', 'stock-sync-for-keycrm' ), $this->time->past( $freshness->tried_at ) );
		}
		if ( null !== $freshness->settings_changed_at && FreshnessState::Never !== $freshness->state() ) {
			/* translators: %s: when, e.g. "4 minutes ago" or "on 1 August 2026 14:05". */
			$parts[] = sprintf( __( 'settings changed %s', 'stock-sync-for-keycrm' ), $this->time->past( $freshness->settings_changed_at ) );
		}
		return implode( ' · ', $parts );
	}

	public function automation( Automation $automation ): string {
		$next = null === $automation->next_at ? '' : $this->time->future( $automation->next_at );
		return match ( $automation->state() ) {
			AutomationState::Off => __( 'Automatic sync is off', 'stock-sync-for-keycrm' ),
			AutomationState::Failing => sprintf(
				/* translators: %s: how many syncs. */
				_n( 'Automatic sync is on, but the last sync failed', 'Automatic sync is on, but the last %s syncs failed', $automation->failures, 'stock-sync-for-keycrm' ),
				number_format_i18n( $automation->failures )
			),
			/* translators: %s: a length of time, e.g. "3 hours". */
			AutomationState::Late => sprintf( __( 'Automatic sync is %s late', 'stock-sync-for-keycrm' ), TimeText::duration( $automation->late_seconds ) ),
			AutomationState::Unplanned => __( 'Automatic sync is on, but the next sync is not planned', 'stock-sync-for-keycrm' ),
			AutomationState::On => '' === $next
				? __( 'Automatic sync is on', 'stock-sync-for-keycrm' )
				/* translators: %s: when, e.g. "in 11 minutes" or "on 1 August 2026 14:05". */
				: sprintf( __( 'Automatic sync is on, the next one %s', 'stock-sync-for-keycrm' ), $next ),
		};
	}

	private static function without_sku( Coverage $coverage ): string {
		return 0 === $coverage->without_sku ? '' : ' · ' . sprintf(
			/* translators: %s: how many products. */
			__( '%s without SKU', 'stock-sync-for-keycrm' ),
			number_format_i18n( $coverage->without_sku )
		);
	}
}
