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
	/** At the fields. */
	errors: FieldErrors;
	/** What no field can show. */
	error: ApiError | null;
	/** Answers whether everything has been saved. */
	submit: () => Promise< boolean >;
}

export function useSettingsForm( settings: Settings ): SettingsForm {
	const saved = draftOf( settings );
	// Changes only: settings may become newer underneath, and what was typed stays on top.
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
			// What was typed while it was being saved is still to be saved.
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
