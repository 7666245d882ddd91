<?php
/**
 * What the first line about the sync says.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

/** The most urgent answer to "is my stock right?". The three facts stand under it in any case. */
enum Headline: string {
	case Syncing         = 'syncing';
	case ShopOff         = 'shop_off';
	case NoKey           = 'no_key';
	case NeedsDecision   = 'needs_decision';
	case Failed          = 'failed';
	/** The last sync failed because of the API key, and another key has been saved since. */
	case NewKey          = 'new_key';
	case Previewed       = 'previewed';
	case Undone          = 'undone';
	case Cancelled       = 'cancelled';
	case NoProducts      = 'no_products';
	case AllExcluded     = 'all_excluded';
	case NoSkus          = 'no_skus';
	case NoneMatched     = 'none_matched';
	case NeverSynced     = 'never_synced';
	/** Products are matched, but each of them needs attention first. */
	case NoneInSync      = 'none_in_sync';
	case SettingsChanged = 'settings_changed';
	case Stale           = 'stale';
	case PartlyInSync    = 'partly_in_sync';
	case InSync          = 'in_sync';

	/** @return 'good'|'work'|'warn'|'bad'|'quiet' */
	public function tone(): string {
		return match ( $this ) {
			self::ShopOff, self::NoKey, self::Failed, self::NoSkus, self::NoneMatched => 'bad',
			self::NeedsDecision, self::NewKey, self::Undone, self::NoProducts, self::NoneInSync, self::SettingsChanged, self::Stale, self::PartlyInSync => 'warn',
			self::Syncing, self::Previewed => 'work',
			self::Cancelled, self::AllExcluded, self::NeverSynced => 'quiet',
			self::InSync => 'good',
		};
	}
}
