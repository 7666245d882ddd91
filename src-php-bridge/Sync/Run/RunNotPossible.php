<?php
/**
 * A person's request does not fit the run's state.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

final class RunNotPossible extends \RuntimeException {

	public static function not_active(): self {
		return new self( __( 'This sync has already ended, so there is nothing to cancel.', 'stock-sync-for-keycrm' ) );
	}

	public static function not_waiting(): self {
		return new self( __( 'This sync is not waiting for a decision any more. Look at the newest one.', 'stock-sync-for-keycrm' ) );
	}

	public static function not_started(): self {
		return new self( __( 'The sync could not be started, because others began and ended at the same moment. Nothing has changed. Please try again.', 'stock-sync-for-keycrm' ) );
	}

	public static function nothing_to_undo(): self {
		return new self( __( 'There is nothing to undo: this sync has written no numbers, is still running, or its record is no longer kept.', 'stock-sync-for-keycrm' ) );
	}

	public static function shop_leads(): self {
		return new self( __( 'This shop leads, as chosen under Settings → Where stock is kept, so the plugin does not write its stock quantities. Nothing has changed. Enter the quantity on the product; KeyCRM gets it within seconds.', 'stock-sync-for-keycrm' ) );
	}

	public static function other_direction(): self {
		return new self( __( 'Since this sync was planned, you have chosen the other direction, so its numbers may not be written any more. Nothing has changed. Start a new preview.', 'stock-sync-for-keycrm' ) );
	}

	public static function not_a_preview(): self {
		return new self( __( 'There is no finished preview to apply. Look at what would change first.', 'stock-sync-for-keycrm' ) );
	}
}
