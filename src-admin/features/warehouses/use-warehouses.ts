import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { fetchWarehouses } from '../../api/requests';
import { keys } from '../../api/keys';
import { ApiError } from '../../api/api-error';
import type { Warehouses } from '../../contract';
import { readWarehouses } from '../../api/read-warehouses';

export interface WarehousesState {
	/** Null while it is loading. */
	found: Warehouses | null;
	/** Pages of KeyCRM's list that the search has read; null if no search is running. */
	progress: { done: number; total: number } | null;
	error: ApiError | null;
	search: () => void;
}

/** The known warehouses. If none is known, the search starts by itself. */
export function useWarehouses( hasKey: boolean ): WarehousesState {
	const client = useQueryClient();
	const known = useQuery< Warehouses, ApiError >( {
		queryKey: keys.warehouses,
		queryFn: fetchWarehouses,
		// A refetch during a search would replace the newer list in the cache.
		refetchOnWindowFocus: false,
	} );
	const [ progress, setProgress ] =
		useState< WarehousesState[ 'progress' ] >( null );
	const [ searchError, setSearchError ] = useState< ApiError | null >( null );
	const running = useRef< AbortController | null >( null );

	const search = useCallback( async () => {
		running.current?.abort();
		const stop = new AbortController();
		running.current = stop;
		setSearchError( null );
		setProgress( { done: 0, total: 0 } );
		try {
			await readWarehouses( ( answer ) => {
				void client.cancelQueries( { queryKey: keys.warehouses } );
				client.setQueryData( keys.warehouses, answer );
				setProgress( {
					done: Math.max( 0, answer.next_page - 1 ),
					total: answer.pages,
				} );
			}, stop.signal );
		} catch ( cause ) {
			if ( ! stop.signal.aborted ) {
				setSearchError( ApiError.from( cause ) );
			}
		}
		if ( ! stop.signal.aborted ) {
			setProgress( null );
		}
	}, [ client ] );

	const noneKnown = 0 === known.data?.items.length;
	useEffect( () => {
		if ( hasKey && noneKnown ) {
			void search();
		}
	}, [ hasKey, search, noneKnown ] );
	useEffect( () => () => running.current?.abort(), [] );

	return {
		found: known.data ?? null,
		progress,
		error: searchError ?? known.error,
		search: () => void search(),
	};
}
