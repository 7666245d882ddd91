<?php
/**
 * What is done about mismatches from their list, in words.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Mismatch;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\MismatchAction;

final class MismatchActionText {

	/** The button. */
	public static function label( MismatchAction $action ): string {
		return match ( $action ) {
			MismatchAction::SwitchOn => __( 'Switch stock management on', 'stock-sync-for-keycrm' ),
			MismatchAction::RepairStatus => __( 'Repair the stock status', 'stock-sync-for-keycrm' ),
			MismatchAction::LeaveAlone => __( 'Leave alone', 'stock-sync-for-keycrm' ),
			MismatchAction::Include => __( 'Sync again', 'stock-sync-for-keycrm' ),
		};
	}

	/** For a failed request. Some products may have been done before it failed. */
	public static function failed( MismatchAction $action ): string {
		return match ( $action ) {
			MismatchAction::SwitchOn => __( 'Stock management was not switched on for all of them.', 'stock-sync-for-keycrm' ),
			MismatchAction::RepairStatus => __( 'The stock status was not repaired for all of them.', 'stock-sync-for-keycrm' ),
			MismatchAction::LeaveAlone => __( 'Not all of them are left alone.', 'stock-sync-for-keycrm' ),
			MismatchAction::Include => __( 'Not all of them are synced again.', 'stock-sync-for-keycrm' ),
		};
	}

	/** For how many products it was done; '' for none. */
	public static function done( MismatchAction $action, int $count ): string {
		return 0 === $count ? '' : sprintf(
			match ( $action ) {
				/* translators: %s: how many products. */
				MismatchAction::SwitchOn => _n( 'Stock management is on for %s product, with KeyCRM’s number.', 'Stock management is on for %s products, with KeyCRM’s numbers.', $count, 'stock-sync-for-keycrm' ),
				/* translators: %s: how many products. */
				MismatchAction::RepairStatus => _n( 'The stock status of %s product fits its stock quantity now.', 'The stock status of %s products fits their stock quantity now.', $count, 'stock-sync-for-keycrm' ),
				/* translators: %s: how many products. */
				MismatchAction::LeaveAlone => _n( '%s product is left alone from now on.', '%s products are left alone from now on.', $count, 'stock-sync-for-keycrm' ),
				/* translators: %s: how many products. */
				MismatchAction::Include => _n( '%s product is synced again from the next sync on.', '%s products are synced again from the next sync on.', $count, 'stock-sync-for-keycrm' ),
			},
			number_format_i18n( $count )
		);
	}

	/**
	 * What was done about a product since the comparison.
	 *
	 * @param string $since As in MismatchJson; '' for nothing.
	 */
	public static function since( string $since ): string {
		return match ( $since ) {
			'deleted' => __( 'Deleted since.', 'stock-sync-for-keycrm' ),
			'left_alone' => __( 'Left alone from now on.', 'stock-sync-for-keycrm' ),
			'new_sku' => __( 'Has another SKU now; the next sync looks for it.', 'stock-sync-for-keycrm' ),
			'switched_on' => __( 'Stock management is on now.', 'stock-sync-for-keycrm' ),
			'repaired' => __( 'The stock status fits now.', 'stock-sync-for-keycrm' ),
			default => '',
		};
	}
}
