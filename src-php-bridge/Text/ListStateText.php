<?php
/**
 * What the ways to stand with KeyCRM are called.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\ListState;

final class ListStateText {

	public static function of( ListState $state ): string {
		return match ( $state ) {
			ListState::Right => __( 'Right', 'stock-sync-for-keycrm' ),
			ListState::NotInKeyCrm => __( 'Not in KeyCRM', 'stock-sync-for-keycrm' ),
			ListState::Duplicate => __( 'Same SKU twice', 'stock-sync-for-keycrm' ),
			ListState::NotManaged => __( 'Stock management is off', 'stock-sync-for-keycrm' ),
			ListState::ManagedByParent => __( 'Stock is kept by the parent product', 'stock-sync-for-keycrm' ),
			ListState::Failed => __( 'Could not be written', 'stock-sync-for-keycrm' ),
			ListState::LeftAlone => __( 'Left alone by you', 'stock-sync-for-keycrm' ),
			ListState::Unknown => __( 'Not checked yet', 'stock-sync-for-keycrm' ),
		};
	}
}
