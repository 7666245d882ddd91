import type { FieldErrors } from '../../lib/field-errors';
import { useState } from '@wordpress/element';
import { useSaveSettings } from '../../api/mutations';
import { ApiError } from '../../api/api-error';
import type { Settings, SettingsPatch } from '../../contract';
import {
	draftOf,
	errorsOf,
	patched,
	patchOf,
	patchWithout,
	type Draft,
} from './settings-draft';

export interface SettingsForm {
	draft: Draft;
	change: ( part: Partial< Draft > ) => void;
	dirty: boolean;
	saving: boolean;
	/** Errors by field. */
	errors: FieldErrors;
	/** The error of the last save. */
	error: ApiError | null;
	/** Resolves to whether the settings were saved. */
	submit: () => Promise< boolean >;
}

export function useSettingsForm( settings: Settings ): SettingsForm {
	const saved = draftOf( settings );
	// Only the changes, because the settings may be refetched while the person is typing.
	const [ edits, setEdits ] = useState< SettingsPatch >( {} );
	const [ fieldErrors, setFieldErrors ] = useState< FieldErrors >( {} );
	const { mutateAsync, isPending, error, reset } = useSaveSettings();

	const draft = patched( saved, edits );
	const patch = patchOf( saved, draft );
	const dirty = Object.keys( patch ).length > 0;

	const change = ( part: Partial< Draft > ) => {
		setEdits( ( old ) =>
			patchOf( saved, { ...patched( saved, old ), ...part } )
		);
		setFieldErrors( {} );
	};

	const submit = async () => {
		const foundErrors = errorsOf( draft );
		setFieldErrors( foundErrors );
		if ( Object.keys( foundErrors ).length > 0 ) {
			reset();
			return false;
		}
		try {
			await mutateAsync( patch );
			// What was typed during the save is not saved yet.
			setEdits( ( now ) => patchWithout( now, patch ) );
			return true;
		} catch ( cause ) {
			const { params } = ApiError.from( cause );
			setFieldErrors( params );
			return false;
		}
	};

	return {
		draft,
		change,
		dirty,
		saving: isPending,
		errors: fieldErrors,
		error,
		submit,
	};
}
