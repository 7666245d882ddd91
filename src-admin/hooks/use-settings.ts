import { useCallback, useEffect, useState } from '@wordpress/element';
import { fetchSettings, saveSettings } from '../api';
import { ApiError } from '../api-error';
import type { Settings, SettingsPatch } from '../contract';

export interface SettingsState {
	/** Null is loading. */
	settings: Settings | null;
	error: ApiError | null;
	reload: () => Promise< void >;
	/** Rejects with an ApiError, for the form to show at its fields. */
	save: ( patch: SettingsPatch ) => Promise< Settings >;
}

export function useSettings(): SettingsState {
	const [ settings, setSettings ] = useState< Settings | null >( null );
	const [ error, setError ] = useState< ApiError | null >( null );

	const reload = useCallback( async () => {
		try {
			setSettings( await fetchSettings() );
			setError( null );
		} catch ( cause ) {
			setError( ApiError.from( cause ) );
		}
	}, [] );

	const save = useCallback( async ( patch: SettingsPatch ) => {
		const saved = await saveSettings( patch );
		setSettings( saved );
		return saved;
	}, [] );

	useEffect( () => {
		void reload();
	}, [ reload ] );

	return { settings, error, reload, save };
}
