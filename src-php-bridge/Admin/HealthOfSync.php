<?php
/**
 * What is wrong with the sync, if anything.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Notify\GuardText;
use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\ShopState;
use KeyCrmStock\Store\RunTroubles;
use KeyCrmStock\Sync\Lookout;
use KeyCrmStock\Sync\Situation;
use KeyCrmStock\Text\RunErrorText;

final class HealthOfSync {

	/** Though nothing failed and nothing is late, so long without a good check is strange. */
	private const LONG_MS = DAY_IN_SECONDS * 1000;

	public function __construct(
		private readonly Lookout $lookout,
		private readonly RunTroubles $troubles,
		private readonly SettingsStore $settings,
		private readonly ApiKeyStore $key,
		private readonly ShopState $shop,
	) {}

	/** @return non-empty-list<Finding> The worst first; one that says that all is well where nothing is wrong. */
	public function findings(): array {
		$now = $this->lookout->look();
		if ( null === $now->run && '' === $this->key->get() && '' === $this->key->problem() ) {
			return array( $this->not_set_up() );
		}
		$findings = array_values( array_filter( array( $this->key(), $this->shop(), $this->decision(), $this->failures( $now ), $this->schedule( $now ) ) ) );
		if ( array() === $findings ) {
			return array( $this->good( $now ) );
		}
		$critical = static fn ( Finding $finding ): int => Finding::CRITICAL === $finding->level ? 0 : 1;
		usort( $findings, static fn ( Finding $one, Finding $other ): int => $critical( $one ) <=> $critical( $other ) );
		return $findings;
	}

	private function not_set_up(): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			__( 'The stock sync is not set up yet', 'stock-sync-for-keycrm' ),
			__( 'Stock Sync for KeyCRM is active but has no API key, so it does nothing. Set it up in four steps, or deactivate it.', 'stock-sync-for-keycrm' ),
			__( 'Set it up', 'stock-sync-for-keycrm' )
		);
	}

	private function key(): ?Finding {
		$problem = $this->key->problem();
		if ( '' !== $this->key->get() ) {
			return null;
		}
		return new Finding(
			Finding::CRITICAL,
			__( 'The stock sync has no KeyCRM API key', 'stock-sync-for-keycrm' ),
			'' === $problem ? __( 'There is no KeyCRM API key, so stock cannot be read. Stock in the shop stays as it is. Paste the key under Settings → Connection.', 'stock-sync-for-keycrm' ) : $problem,
			__( 'Enter the key', 'stock-sync-for-keycrm' ),
			'&tab=settings&field=api_key'
		);
	}

	private function shop(): ?Finding {
		return $this->shop->manages_stock() ? null : new Finding(
			Finding::CRITICAL,
			__( 'WooCommerce’s stock management is switched off', 'stock-sync-for-keycrm' ),
			__( 'While it is off for the whole shop, no product has a number that could be kept right. Switch on “Enable stock management” under WooCommerce → Settings → Products → Inventory.', 'stock-sync-for-keycrm' ),
			__( 'Open KeyCRM stock', 'stock-sync-for-keycrm' )
		);
	}

	private function decision(): ?Finding {
		$waiting = $this->troubles->newest_waiting();
		if ( null === $waiting ) {
			return null;
		}
		$sentences = null === $waiting->guard ? array() : GuardText::sentences( $waiting->guard );
		return new Finding(
			Finding::CRITICAL,
			__( 'The stock sync waits for your decision', 'stock-sync-for-keycrm' ),
			implode( ' ', array( ...$sentences, __( 'Nothing in the shop has been changed, and nothing will be until you decide.', 'stock-sync-for-keycrm' ) ) ),
			__( 'Look at it and decide', 'stock-sync-for-keycrm' )
		);
	}

	private function failures( Situation $now ): ?Finding {
		$failures = $this->troubles->failures_in_a_row();
		$last     = 0 === $failures ? null : $this->troubles->last_failed();
		if ( null === $last ) {
			return null;
		}
		$since = null === $now->last_success ? '' : sprintf(
			/* translators: %s: a time such as "5 minutes". */
			__( 'The shop’s numbers were last matched with KeyCRM %s ago.', 'stock-sync-for-keycrm' ),
			HealthWords::ago( $now->last_success->finished_at ?? $now->last_success->started_at, $now->now_ms )
		);
		return new Finding(
			$failures >= max( 1, $this->settings->get()->notify->after_failures ) ? Finding::CRITICAL : Finding::RECOMMENDED,
			/* translators: %s: how many checks. */
			sprintf( _n( 'The last stock check failed', 'The last %s stock checks failed', $failures, 'stock-sync-for-keycrm' ), number_format_i18n( $failures ) ),
			trim( implode( ' ', null === $last->error ? array( $since ) : array( RunErrorText::message( $last->error ), $since, RunErrorText::hint( $last->error ) ) ) ),
			__( 'See what to do', 'stock-sync-for-keycrm' )
		);
	}

	private function schedule( Situation $now ): ?Finding {
		$wanted = $this->settings->get()->schedule->enabled;
		$active = true === $now->run?->status->is_active();
		$last   = $now->last_success->finished_at ?? $now->now_ms;
		return match ( true ) {
			$now->overdue_seconds > 0 => HealthWords::overdue( $now->overdue_seconds ),
			! $wanted => HealthWords::switched_off(),
			null === $now->next_at && ! $active => HealthWords::lost(),
			$now->now_ms - $last > self::LONG_MS => HealthWords::long_ago( HealthWords::ago( $last, $now->now_ms ) ),
			default => null,
		};
	}

	private function good( Situation $now ): Finding {
		$last = $now->last_success->finished_at ?? null;
		return new Finding(
			Finding::GOOD,
			__( 'The stock sync works', 'stock-sync-for-keycrm' ),
			null === $last
				? __( 'The API key is there and the schedule is on. The first check has not ended yet.', 'stock-sync-for-keycrm' )
				/* translators: %s: a time such as "5 minutes". */
				: sprintf( __( 'The shop’s numbers were matched with KeyCRM %s ago, and the next check is planned.', 'stock-sync-for-keycrm' ), HealthWords::ago( $last, $now->now_ms ) ),
			__( 'Open KeyCRM stock', 'stock-sync-for-keycrm' )
		);
	}
}
