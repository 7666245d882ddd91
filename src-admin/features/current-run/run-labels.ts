import { __ } from '@wordpress/i18n';
import type { Direction, Outcome } from '../../contract';

/** Labels of the outcomes. */
export const outcomeNames = (): Record< Outcome, string > => ( {
	updated: __( 'Changed', 'stock-sync-for-keycrm' ),
	unchanged: __( 'Already in sync', 'stock-sync-for-keycrm' ),
	not_managed: __( 'Stock management is off', 'stock-sync-for-keycrm' ),
	managed_by_parent: __(
		'Stock is kept by the parent product',
		'stock-sync-for-keycrm'
	),
	duplicate_in_shop: __(
		'Same SKU twice in the shop',
		'stock-sync-for-keycrm'
	),
	duplicate_in_keycrm: __(
		'Same SKU twice in KeyCRM',
		'stock-sync-for-keycrm'
	),
	not_in_keycrm: __( 'Not in KeyCRM', 'stock-sync-for-keycrm' ),
	excluded: __( 'Left alone by you', 'stock-sync-for-keycrm' ),
	failed: __( 'Could not be written', 'stock-sync-for-keycrm' ),
	changed_since: __(
		'Changed since by somebody else',
		'stock-sync-for-keycrm'
	),
	created: __( 'Created', 'stock-sync-for-keycrm' ),
} );

/** Whether a quantity rose or fell. */
export const directionNames = (): Record< Direction, string > => ( {
	up: __( 'Up', 'stock-sync-for-keycrm' ),
	down: __( 'Down', 'stock-sync-for-keycrm' ),
	to_zero: __( 'Down to zero', 'stock-sync-for-keycrm' ),
} );

/** Without thousands separators, because it is a name and not a quantity. */
export const runNumber = ( id: number ): string => String( id );
