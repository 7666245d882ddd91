import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
	renewTickToken,
	saveSettings,
	testConnection,
	tryTick,
} from './requests';
import type { ApiError } from './api-error';
import { fixMismatches, type FixAction } from './mismatches';
import type {
	Connection,
	Fix,
	Settings,
	SettingsPatch,
	TickTrial,
	TickUrl,
} from '../contract';
import { keys } from './keys';

/** Saves one after the other, so that the answer that comes last is the newest. */
export function useSaveSettings() {
	const client = useQueryClient();
	return useMutation< Settings, ApiError, SettingsPatch >( {
		mutationFn: saveSettings,
		scope: { id: 'settings' },
		// It may hold the key.
		gcTime: 0,
		onSuccess: ( saved ) => {
			void client.cancelQueries( { queryKey: keys.settings } );
			client.setQueryData( keys.settings, saved );
			// The facts, and whether a preview still holds, depend on them.
			void client.invalidateQueries( { queryKey: keys.currentRun } );
			void client.invalidateQueries( { queryKey: keys.runs } );
		},
	} );
}

/** Asks KeyCRM once, with this key or (empty) the saved one. `variables` is the key that the answer is about. */
export const useConnectionCheck = () =>
	useMutation< Connection, ApiError, string >( {
		mutationFn: testConnection,
		gcTime: 0,
	} );

/** A new address for the server's scheduler stands in the settings at once. */
export function useRenewTickToken() {
	const client = useQueryClient();
	return useMutation< TickUrl, ApiError >( {
		mutationFn: renewTickToken,
		scope: { id: 'settings' },
		onSuccess: ( { tick_url: tickUrl } ) => {
			void client.cancelQueries( { queryKey: keys.settings } );
			client.setQueryData< Settings >(
				keys.settings,
				( known ) => known && { ...known, tick_url: tickUrl }
			);
		},
	} );
}

/** `variables` is the address that the result is about. */
export const useTryTick = () =>
	useMutation< TickTrial, Error, string >( { mutationFn: tryTick } );

export interface FixRequest {
	action: FixAction;
	productIds: number[];
}

export function useFixMismatches() {
	const client = useQueryClient();
	return useMutation< Fix, ApiError, FixRequest >( {
		mutationFn: ( { action, productIds } ) =>
			fixMismatches( action, productIds ),
		// After a failure too: some of it may have been done.
		onSettled: () =>
			client.invalidateQueries( { queryKey: keys.mismatches } ),
	} );
}
