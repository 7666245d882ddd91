<?php
/**
 * Chooses the first line about the sync.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunError;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;

/** Pure. First comes what keeps every sync from working, then what waits for a person, then the facts. */
final class HeadlineRule {

	/** Failures that another API key may end. */
	public const KEY_ERRORS = array( 'unauthorized', 'no_key', 'key_unreadable', 'key_invalid', RunError::OTHER_SITE );

	/** @param bool $is_preview_usable The newest run is a preview that may still be applied without reading again. */
	public function __construct(
		private readonly Coverage $coverage,
		private readonly Freshness $freshness,
		private readonly bool $is_preview_usable,
		private readonly ?int $key_saved_at,
	) {}

	public function choose( ?Run $run, bool $shop_manages_stock, bool $has_key ): Headline {
		return match ( true ) {
			true === $run?->status->is_active() => Headline::Syncing,
			! $shop_manages_stock => Headline::ShopOff,
			! $has_key => Headline::NoKey,
			default => $this->from_run( $run ) ?? $this->from_facts(),
		};
	}

	/** Null where the last run needs no headline. */
	private function from_run( ?Run $run ): ?Headline {
		$is_matched = $this->coverage->matched > 0;
		return match ( true ) {
			null === $run => null,
			RunStatus::NeedsConfirmation === $run->status => Headline::NeedsDecision,
			RunStatus::Failed === $run->status => $this->is_answered_by_key( $run ) ? Headline::NewKey : Headline::Failed,
			// A cancelled preview has changed nothing.
			RunStatus::Cancelled === $run->status => RunMode::Preview === $run->mode ? null : Headline::Cancelled,
			RunMode::Undo === $run->mode => Headline::Undone,
			RunMode::Preview === $run->mode && $this->is_preview_usable && $is_matched => Headline::Previewed,
			default => null,
		};
	}

	private function from_facts(): Headline {
		$by_coverage = match ( $this->coverage->state() ) {
			CoverageState::NoProducts => Headline::NoProducts,
			CoverageState::AllExcluded => Headline::AllExcluded,
			CoverageState::NoSkus => Headline::NoSkus,
			CoverageState::None => Headline::NoneMatched,
			CoverageState::Unknown, CoverageState::Some, CoverageState::All => null,
		};
		return $by_coverage ?? match ( true ) {
			FreshnessState::Never === $this->freshness->state() => Headline::NeverSynced,
			0 === $this->freshness->in_sync() => Headline::NoneInSync,
			FreshnessState::SettingsChanged === $this->freshness->state() => Headline::SettingsChanged,
			FreshnessState::Stale === $this->freshness->state() => Headline::Stale,
			$this->freshness->in_sync() < $this->freshness->compared() => Headline::PartlyInSync,
			default => Headline::InSync,
		};
	}

	private function is_answered_by_key( Run $failed ): bool {
		return in_array( $failed->error->code ?? '', self::KEY_ERRORS, true )
			&& null !== $this->key_saved_at
			&& $this->key_saved_at > ( $failed->finished_at ?? $failed->started_at );
	}
}
