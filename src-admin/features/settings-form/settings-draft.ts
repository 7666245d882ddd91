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

/** The settings in the form, and a new API key; an empty one keeps the saved key. */
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

/** Of these groups single fields are saved, because two people may change different ones. */
const GROUPS = [
	'schedule',
	'guard',
	'hold_orders',
	'notify',
	'webhook',
	'details',
] as const;

/** Only the changed fields, so that two people who change different ones do not overwrite each other. */
export function patchOf( before: Draft, after: Draft ): SettingsPatch {
	const {
		schedule,
		guard,
		hold_orders: holdOrders,
		notify,
		webhook,
		details,
		...rest
	} = after;
	const {
		schedule: oldSchedule,
		guard: oldGuard,
		hold_orders: oldHoldOrders,
		notify: oldNotify,
		webhook: oldWebhook,
		details: oldDetails,
		...oldRest
	} = before;
	const groups = {
		schedule: changed( oldSchedule, schedule ),
		guard: changed( oldGuard, guard ),
		hold_orders: changed( oldHoldOrders, holdOrders ),
		notify: changed( oldNotify, notify ),
		webhook: changed( oldWebhook, webhook ),
		details: changed( oldDetails, details ),
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

/** The newest settings with the person's changes applied. */
export const patched = ( base: Draft, patch: SettingsPatch ): Draft => ( {
	...base,
	...patch,
	schedule: { ...base.schedule, ...patch.schedule },
	guard: { ...base.guard, ...patch.guard },
	hold_orders: { ...base.hold_orders, ...patch.hold_orders },
	notify: { ...base.notify, ...patch.notify },
	webhook: { ...base.webhook, ...patch.webhook },
	details: { ...base.details, ...patch.details },
} );

/** The changes that were made while `saved` was being saved. */
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

/** Validates the draft by the contract's schema, so that most errors are found without a request. */
export function errorsOf( draft: Draft ): FieldErrors {
	const checked = editableSettingsSchema.safeParse( draft );
	return Object.fromEntries(
		( checked.error?.issues ?? [] ).map( ( issue ) => [
			issue.path.join( '.' ),
			issueSentence( issue ),
		] )
	);
}
