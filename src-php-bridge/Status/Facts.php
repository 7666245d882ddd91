<?php
/**
 * How the sync stands: three facts, and the first line made of them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/** REST, Site Health, WP-CLI and e-mails all say these, by Text\FactsText. */
final class Facts {

	/**
	 * @param Run|null $run         The active run, else the last one.
	 * @param Run|null $waiting     The run that waits for a person's decision.
	 * @param string   $key_problem Why a key that was given cannot be used; '' where nothing is wrong.
	 */
	public function __construct(
		public readonly Headline $headline,
		public readonly Coverage $coverage,
		public readonly Freshness $freshness,
		public readonly Automation $automation,
		public readonly ?Run $run,
		public readonly ?Run $waiting,
		public readonly string $key_problem,
		public readonly ?int $key_saved_at,
		public readonly int $now_ms,
	) {}

	/** @return list<Action> The first is the one that helps most. */
	public function actions(): array {
		$wants_key = in_array( $this->run->error->code ?? '', HeadlineRule::KEY_ERRORS, true );
		return match ( $this->headline ) {
			Headline::Syncing => array(),
			Headline::ShopOff => array( Action::OpenInventory ),
			Headline::NoKey => array( Action::EnterKey ),
			// An action that may lose stock never comes first.
			Headline::NeedsDecision => array( Action::ShowChanges, Action::Discard, Action::Confirm ),
			Headline::Failed => $wants_key ? array( Action::EnterKey, Action::Sync ) : array( Action::Sync, Action::Preview ),
			Headline::Previewed => $this->run?->counts->count( Outcome::Updated ) > 0
				? array( Action::Apply, Action::ShowChanges, Action::Preview )
				: array( Action::Preview, Action::Sync ),
			Headline::Undone => array( Action::ShowChanges, Action::Preview, Action::Sync ),
			Headline::NoSkus, Headline::NoneMatched, Headline::NoneInSync => array( Action::ShowMismatches, Action::Preview, Action::Sync ),
			Headline::NeverSynced, Headline::SettingsChanged => array( Action::Preview, Action::Sync ),
			Headline::NewKey, Headline::Cancelled, Headline::NoProducts, Headline::AllExcluded, Headline::Stale, Headline::PartlyInSync, Headline::InSync => array( Action::Sync, Action::Preview ),
		};
	}
}
