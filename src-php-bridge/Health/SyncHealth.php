<?php
/**
 * What is wrong with the sync, if anything.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Health;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Status\AutomationState;
use KeyCrmStock\Status\CoverageState;
use KeyCrmStock\Status\Facts;
use KeyCrmStock\Status\FactsReader;
use KeyCrmStock\Status\FreshnessState;
use KeyCrmStock\Status\Headline;
use KeyCrmStock\Store\Run\Notifications;
use KeyCrmStock\Store\Run\RunAlerts;
use KeyCrmStock\Text\FactsText;
use KeyCrmStock\Text\HeadlineAdvice;
use KeyCrmStock\Text\HeadlineText;
use KeyCrmStock\Text\Run\GuardText;
use KeyCrmStock\Text\Run\RunErrorText;
use KeyCrmStock\Text\TimeText;

/** Built from the same facts as the screen's headline, and also reports problems that the headline does not show. */
final class SyncHealth {

	/** So long without a successful sync is a finding, even if no sync failed and none is late. */
	private const LONG_MS = DAY_IN_SECONDS * 1000;

	/** On a quiet site a delay of minutes is ordinary. After three hours the shop sells by old quantities. */
	private const CRITICAL_FROM = 3 * HOUR_IN_SECONDS;

	public function __construct(
		private readonly FactsReader $facts,
		private readonly RunAlerts $alerts,
		private readonly Notifications $notifications,
		private readonly SettingsStore $settings,
	) {}

	public function facts(): Facts {
		return $this->facts->read();
	}

	/** @return list<string> Coverage, freshness and automation. */
	public function lines( Facts $facts ): array {
		return ( new FactsText( TimeText::relative( $facts->now_ms ) ) )->lines( $facts );
	}

	public function headline( Facts $facts ): string {
		return ( new HeadlineText( TimeText::relative( $facts->now_ms ) ) )->headline( $facts );
	}

	/** @return non-empty-list<Finding> The worst first. If nothing is wrong, one finding that says so. */
	public function findings( Facts $facts ): array {
		if ( null === $facts->run && Headline::NoKey === $facts->headline && '' === $facts->key_problem ) {
			return array( $this->not_set_up() );
		}
		$findings = array_values( array_filter( array( $this->headline_finding( $facts ), $this->decision( $facts ), $this->failures( $facts ), $this->coverage( $facts ), $this->settings( $facts ), $this->schedule( $facts ), $this->mail( $facts ), $this->newer_version() ) ) );
		if ( array() === $findings ) {
			return array( $this->good( $facts ) );
		}
		$critical = static fn ( Finding $finding ): int => Finding::CRITICAL === $finding->level ? 0 : 1;
		usort( $findings, static fn ( Finding $one, Finding $other ): int => $critical( $one ) <=> $critical( $other ) );
		return $findings;
	}

	private function not_set_up(): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			__( 'KeyCRM stock sync is not set up yet', 'stock-sync-for-keycrm' ),
			__( 'Stock Sync for KeyCRM is active but has no API key, so it does nothing. Set it up in five steps, or deactivate it.', 'stock-sync-for-keycrm' ),
			__( 'Set it up', 'stock-sync-for-keycrm' )
		);
	}

	/** A problem that keeps every sync from working. */
	private function headline_finding( Facts $facts ): ?Finding {
		$advice = implode( ' ', ( new HeadlineAdvice( TimeText::relative( $facts->now_ms ) ) )->sentences( $facts ) );
		return match ( $facts->headline ) {
			Headline::NoKey => new Finding(
				Finding::CRITICAL,
				__( 'KeyCRM stock sync has no API key that it can use', 'stock-sync-for-keycrm' ),
				$advice,
				__( 'Enter the key', 'stock-sync-for-keycrm' ),
				'&tab=settings&field=api_key'
			),
			Headline::ShopOff => new Finding(
				Finding::CRITICAL,
				__( 'WooCommerce’s stock management is switched off', 'stock-sync-for-keycrm' ),
				$advice,
				__( 'Open KeyCRM stock', 'stock-sync-for-keycrm' )
			),
			default => null,
		};
	}

	private function decision( Facts $facts ): ?Finding {
		if ( null === $facts->waiting ) {
			return null;
		}
		$sentences = null === $facts->waiting->guard ? array() : GuardText::sentences( $facts->waiting->guard );
		return new Finding(
			Finding::CRITICAL,
			__( 'KeyCRM stock sync waits for your decision', 'stock-sync-for-keycrm' ),
			implode( ' ', array( ...$sentences, __( 'Nothing in the shop has been changed, and nothing will be until you decide.', 'stock-sync-for-keycrm' ) ) ),
			__( 'Look at it and decide', 'stock-sync-for-keycrm' ),
			'&tab=changes&run=' . $facts->waiting->id
		);
	}

	private function failures( Facts $facts ): ?Finding {
		$failures = $facts->automation->failures;
		$last     = 0 === $failures || Headline::NewKey === $facts->headline ? null : $this->alerts->last_failed();
		if ( null === $last ) {
			return null;
		}
		return new Finding(
			$failures >= max( 1, $this->settings->get()->notify->after_failures ) ? Finding::CRITICAL : Finding::RECOMMENDED,
			/* translators: %s: how many syncs. */
			sprintf( _n( 'The last KeyCRM stock sync failed', 'The last %s KeyCRM stock syncs failed', $failures, 'stock-sync-for-keycrm' ), number_format_i18n( $failures ) ),
			null === $last->error ? '' : trim( RunErrorText::message( $last->error ) . ' ' . RunErrorText::hint( $last->error ) ),
			__( 'See what to do', 'stock-sync-for-keycrm' )
		);
	}

	/** If no product is matched, no stock can be synced. */
	private function coverage( Facts $facts ): ?Finding {
		$is_empty = in_array( $facts->coverage->state(), array( CoverageState::NoProducts, CoverageState::NoSkus, CoverageState::None ), true );
		return ! $is_empty ? null : new Finding(
			Finding::RECOMMENDED,
			__( 'No product is matched with KeyCRM', 'stock-sync-for-keycrm' ),
			CoverageState::NoProducts === $facts->coverage->state()
				? __( 'There were no products in the shop when it was last compared with KeyCRM.', 'stock-sync-for-keycrm' )
				: __( 'A product is matched when it has exactly the same SKU in the shop and in KeyCRM. As long as none is, the sync changes nothing.', 'stock-sync-for-keycrm' ),
			__( 'Compare the SKUs', 'stock-sync-for-keycrm' ),
			'&tab=out-of-step'
		);
	}

	private function settings( Facts $facts ): ?Finding {
		return FreshnessState::SettingsChanged !== $facts->freshness->state() ? null : new Finding(
			Finding::RECOMMENDED,
			__( 'The shop still has quantities of old KeyCRM stock settings', 'stock-sync-for-keycrm' ),
			__( 'Settings that decide quantities were changed after the last successful sync. The next sync writes the new quantities.', 'stock-sync-for-keycrm' ),
			__( 'Preview what would change', 'stock-sync-for-keycrm' )
		);
	}

	/** E-mails that could not be sent: the owner can learn of that only here. */
	private function mail( Facts $facts ): ?Finding {
		$problem = $this->notifications->problem();
		return null === $problem ? null : new Finding(
			Finding::RECOMMENDED,
			__( 'An e-mail about KeyCRM stock sync could not be sent', 'stock-sync-for-keycrm' ),
			trim(
				sprintf(
					/* translators: %s: how long ago, e.g. "4 minutes ago". */
					__( 'The site’s mail program did not take it; the first try was %s. It is tried again after each sync. Check that the site can send e-mail, for example with an SMTP plugin.', 'stock-sync-for-keycrm' ),
					TimeText::relative( $facts->now_ms )->past( $problem['since'] )
				)
				/* translators: %s: what the mail program said. */
				. ( '' === $problem['reason'] ? '' : ' ' . sprintf( __( 'The mail program said: %s', 'stock-sync-for-keycrm' ), $problem['reason'] ) )
			),
			''
		);
	}

	/** Rows of a newer version are skipped, and the owner must be told so. */
	private function newer_version(): ?Finding {
		$count = $this->alerts->unknown();
		return 0 === $count ? null : new Finding(
			Finding::RECOMMENDED,
			__( 'A newer version of Stock Sync for KeyCRM was at work here', 'stock-sync-for-keycrm' ),
			sprintf(
				/* translators: %s: how many syncs. */
				_n( '%s sync in the history was written by a newer version of the plugin and cannot be shown by this one. Update the plugin.', '%s syncs in the history were written by a newer version of the plugin and cannot be shown by this one. Update the plugin.', $count, 'stock-sync-for-keycrm' ),
				number_format_i18n( $count )
			),
			''
		);
	}

	private function schedule( Facts $facts ): ?Finding {
		$age = $facts->now_ms - ( $facts->freshness->synced_at() ?? $facts->now_ms );
		return match ( true ) {
			$facts->automation->late_seconds > 0 => $this->overdue( $facts->automation->late_seconds ),
			AutomationState::Off === $facts->automation->state() => $this->switched_off(),
			AutomationState::Unplanned === $facts->automation->state() => $this->lost(),
			$age > self::LONG_MS => $this->long_ago( TimeText::duration( intdiv( $age, 1000 ) ) ),
			default => null,
		};
	}

	private function overdue( int $seconds ): Finding {
		return new Finding(
			$seconds >= self::CRITICAL_FROM ? Finding::CRITICAL : Finding::RECOMMENDED,
			/* translators: %s: a length of time such as "3 hours". */
			sprintf( __( 'The KeyCRM stock sync is %s late', 'stock-sync-for-keycrm' ), human_time_diff( 0, $seconds ) ),
			__( 'WP-Cron has not run; a quiet site is the usual reason. Until it does, what is sold or received elsewhere is not seen in the shop. Add the line that stands under Help to your server’s scheduler.', 'stock-sync-for-keycrm' ),
			__( 'Show me the line', 'stock-sync-for-keycrm' ),
			'&tab=help'
		);
	}

	private function switched_off(): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			__( 'Automatic KeyCRM stock sync is off', 'stock-sync-for-keycrm' ),
			__( 'The shop is synced with KeyCRM only when somebody presses Sync now. Switch automatic sync on, unless your server’s scheduler or WP-CLI starts the syncs.', 'stock-sync-for-keycrm' ),
			__( 'Switch it on', 'stock-sync-for-keycrm' ),
			'&tab=settings&field=schedule'
		);
	}

	private function lost(): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			__( 'The next KeyCRM stock sync is not planned', 'stock-sync-for-keycrm' ),
			__( 'Automatic sync is on, but WooCommerce’s queue (Action Scheduler) has lost the next sync. Open the page of the plugin: that plans it again. If this comes back, another program empties the queue.', 'stock-sync-for-keycrm' ),
			__( 'Plan it again', 'stock-sync-for-keycrm' )
		);
	}

	/** @param string $time Such as "3 days". */
	private function long_ago( string $time ): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			/* translators: %s: a length of time such as "3 days". */
			sprintf( __( 'The last successful KeyCRM stock sync was %s ago', 'stock-sync-for-keycrm' ), $time ),
			__( 'Nothing failed, but no sync has come to its end since then: they may have been cancelled, or take longer than a day. Sync now, and see how far it gets.', 'stock-sync-for-keycrm' ),
			__( 'Open KeyCRM stock', 'stock-sync-for-keycrm' )
		);
	}

	private function good( Facts $facts ): Finding {
		return new Finding(
			Finding::GOOD,
			__( 'KeyCRM stock sync works', 'stock-sync-for-keycrm' ),
			$this->headline( $facts ),
			__( 'Open KeyCRM stock', 'stock-sync-for-keycrm' )
		);
	}
}
