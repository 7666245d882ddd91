<?php
/**
 * The names of product states.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\ProductSyncState;

final class ProductStateText {

	public static function label( ProductSyncState $state ): string {
		return match ( $state ) {
			ProductSyncState::Right => __( 'Right', 'stock-sync-for-keycrm' ),
			ProductSyncState::NotInKeyCrm => __( 'Not in KeyCRM', 'stock-sync-for-keycrm' ),
			ProductSyncState::Duplicate => __( 'Same SKU twice', 'stock-sync-for-keycrm' ),
			ProductSyncState::NotManaged => __( 'Stock management is off', 'stock-sync-for-keycrm' ),
			ProductSyncState::ManagedByParent => __( 'Stock is kept by the parent product', 'stock-sync-for-keycrm' ),
			ProductSyncState::Failed => __( 'Could not be written', 'stock-sync-for-keycrm' ),
			ProductSyncState::LeftAlone => __( 'Left alone by you', 'stock-sync-for-keycrm' ),
			ProductSyncState::Unknown => __( 'Not synced yet', 'stock-sync-for-keycrm' ),
		};
	}
}
