import { useState } from '@wordpress/element';
import { ApiError } from '../api-error';
import type { Settings, SettingsPatch } from '../contract';
import {
	draftOf,
	errorsFromServer,
	errorsOf,
	patchOf,
	type Draft,
	type FieldErrors,
} from '../settings-form';

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

export function useSettingsForm(
	settings: Settings,
	save: ( patch: SettingsPatch ) => Promise< Settings >
): SettingsForm {
	const saved = draftOf( settings );
	const [ edits, setEdits ] = useState< Partial< Draft > >( {} );
	const [ saving, setSaving ] = useState( false );
	const [ refused, setRefused ] = useState< FieldErrors >( {} );
	const [ error, setError ] = useState< ApiError | null >( null );

	// Settings may become newer underneath; what was typed stays on top.
	const draft = { ...saved, ...edits };
	const patch = patchOf( saved, draft );
	const dirty = Object.keys( patch ).length > 0;

	const change = ( part: Partial< Draft > ) => {
		setEdits( ( old ) => ( { ...old, ...part } ) );
		setRefused( {} );
	};

	const submit = async () => {
		const problems = errorsOf( draft );
		setRefused( problems );
		setError( null );
		if ( Object.keys( problems ).length > 0 ) {
			return false;
		}
		setSaving( true );
		try {
			await save( patch );
			setEdits( {} );
			return true;
		} catch ( cause ) {
			const failure = ApiError.from( cause );
			setRefused( errorsFromServer( failure.params ) );
			setError( failure );
			return false;
		} finally {
			setSaving( false );
		}
	};

	return { draft, change, dirty, saving, errors: refused, error, submit };
}
