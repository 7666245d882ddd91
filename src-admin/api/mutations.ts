import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
	renewTickToken,
	saveSettings,
	syncProductOfList,
	testConnection,
	tryTick,
} from './requests';
import type { ApiError } from './api-error';
import { fixMismatches } from './mismatches';
import type {
	Connection,
	Fix,
	FixAction,
	Change,
	ProductSyncSummary,
	Settings,
	SettingsPatch,
	TickTrial,
	TickUrl,
} from '../contract';
import { keys } from './keys';

/** `scope` sends one save after the other, so that the last response is the newest. */
export function useSaveSettings() {
	const client = useQueryClient();
	return useMutation< Settings, ApiError, SettingsPatch >( {
		mutationFn: saveSettings,
		scope: { id: 'settings' },
		// The variables may contain the API key.
		gcTime: 0,
		onSuccess: ( saved ) => {
			void client.cancelQueries( { queryKey: keys.settings } );
			client.setQueryData( keys.settings, saved );
			// The facts and the validity of a preview depend on the settings.
			void client.invalidateQueries( { queryKey: keys.currentRun } );
			void client.invalidateQueries( { queryKey: keys.runs } );
		},
	} );
}

/** Tests a key, or the saved one if it is empty. `variables` is the tested key. */
export const useConnectionCheck = () =>
	useMutation< Connection, ApiError, string >( {
		mutationFn: testConnection,
		gcTime: 0,
	} );

/** Replaces the address for the server's scheduler, also in the cached settings. */
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

/** `variables` is the tested address. */
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
		// After a failure as well, because some products may have been fixed.
		onSettled: () =>
			client.invalidateQueries( { queryKey: keys.mismatches } ),
	} );
}

/** Everything that is shown may change with the product's stock. */
export function useSyncProduct() {
	const client = useQueryClient();
	return useMutation< ProductSyncSummary, ApiError, Change >( {
		mutationFn: ( change ) => syncProductOfList( change.product_id ),
		onSuccess: () => void client.invalidateQueries(),
	} );
}
