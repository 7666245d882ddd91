import type { FieldErrors } from '../../lib/field-errors';
import { __, sprintf } from '@wordpress/i18n';
import type * as z from 'zod/mini';
import {
	editableSettingsSchema,
	type EditableSettings,
	type Settings,
	type SettingsPatch,
} from '../../contract';
import { formatNumber } from '../../lib/format';

/** What the person is typing: the settings, and a new key, which is empty where it stays. */
export interface Draft extends EditableSettings {
	api_key: string;
}

export const draftOf = ( settings: Settings ): Draft => ( {
	...editableSettingsSchema.parse( settings ),
	api_key: '',
} );

function changed< T extends object >( before: T, after: T ): Partial< T > {
	const patch: Partial< T > = {};
	for ( const key in after ) {
		if (
			JSON.stringify( before[ key ] ) !== JSON.stringify( after[ key ] )
		) {
			patch[ key ] = after[ key ];
		}
	}
	return patch;
}

/** Groups of settings are told apart field by field: two people may change different ones of a group. */
const GROUPS = [ 'schedule', 'guard', 'hold_orders', 'notify' ] as const;

/** Only what differs, so that two people who change different things do not undo each other. */
export function patchOf( before: Draft, after: Draft ): SettingsPatch {
	const { schedule, guard, hold_orders: holdOrders, notify, ...rest } = after;
	const {
		schedule: oldSchedule,
		guard: oldGuard,
		hold_orders: oldHoldOrders,
		notify: oldNotify,
		...oldRest
	} = before;
	const groups = {
		schedule: changed( oldSchedule, schedule ),
		guard: changed( oldGuard, guard ),
		hold_orders: changed( oldHoldOrders, holdOrders ),
		notify: changed( oldNotify, notify ),
	};
	return {
		...changed( oldRest, rest ),
		...Object.fromEntries(
			Object.entries( groups ).filter(
				( [ , patch ] ) => Object.keys( patch ).length > 0
			)
		),
	};
}

/** The settings with a person's changes on top, whatever the settings have become underneath. */
export const patched = ( base: Draft, patch: SettingsPatch ): Draft => ( {
	...base,
	...patch,
	schedule: { ...base.schedule, ...patch.schedule },
	guard: { ...base.guard, ...patch.guard },
	hold_orders: { ...base.hold_orders, ...patch.hold_orders },
	notify: { ...base.notify, ...patch.notify },
} );

/** What is left to save of a person's changes once a part of them was saved: what was changed meanwhile. */
export function patchWithout(
	patch: SettingsPatch,
	saved: SettingsPatch
): SettingsPatch {
	const left = changed( saved, patch );
	for ( const group of GROUPS ) {
		const now = patch[ group ];
		const then = saved[ group ];
		if ( now && then && left[ group ] ) {
			Object.assign( left, { [ group ]: changed( then, now ) } );
		}
	}
	return left;
}

function issueSentence( issue: z.core.$ZodIssue ): string {
	if ( 'too_small' === issue.code ) {
		return sprintf(
			/* translators: %s: the smallest number allowed. */
			__( 'Enter %s or more.', 'stock-sync-for-keycrm' ),
			formatNumber( Number( issue.minimum ) )
		);
	}
	if ( 'too_big' === issue.code ) {
		return sprintf(
			/* translators: %s: the largest number allowed. */
			__( 'Enter %s or less.', 'stock-sync-for-keycrm' ),
			formatNumber( Number( issue.maximum ) )
		);
	}
	if ( 'invalid_format' === issue.code ) {
		return __( 'This is not an e-mail address.', 'stock-sync-for-keycrm' );
	}
	return __( 'Enter a whole number.', 'stock-sync-for-keycrm' );
}

/** What the contract says against the draft, before the server is asked. */
export function errorsOf( draft: Draft ): FieldErrors {
	const checked = editableSettingsSchema.safeParse( draft );
	return Object.fromEntries(
		( checked.error?.issues ?? [] ).map( ( issue ) => [
			issue.path.join( '.' ),
			issueSentence( issue ),
		] )
	);
}
