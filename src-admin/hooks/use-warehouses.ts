import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { fetchWarehouses } from '../api';
import { ApiError } from '../api-error';
import type { Warehouses } from '../contract';
import { readWarehouses } from '../read-warehouses';

export interface WarehousesState {
	/** Null is loading. */
	found: Warehouses | null;
	/** Pages of KeyCRM's list read so far, while it is being read. */
	looking: { done: number; total: number } | null;
	error: ApiError | null;
	look: () => void;
}

/** The warehouses seen so far; looks for them by itself where none has been seen yet. */
export function useWarehouses( has_key: boolean ): WarehousesState {
	const [ found, setFound ] = useState< Warehouses | null >( null );
	const [ looking, setLooking ] =
		useState< WarehousesState[ 'looking' ] >( null );
	const [ error, setError ] = useState< ApiError | null >( null );
	const running = useRef< AbortController | null >( null );

	const look = useCallback( async () => {
		running.current?.abort();
		const stop = new AbortController();
		running.current = stop;
		setError( null );
		setLooking( { done: 0, total: 0 } );
		try {
			await readWarehouses( ( answer ) => {
				setFound( answer );
				setLooking( {
					done: Math.max( 0, answer.next_page - 1 ),
					total: answer.pages,
				} );
			}, stop.signal );
		} catch ( cause ) {
			setError( ApiError.from( cause ) );
		}
		if ( ! stop.signal.aborted ) {
			setLooking( null );
		}
	}, [] );

	useEffect( () => {
		let gone = false;
		const begin = async () => {
			try {
				const seen = await fetchWarehouses();
				if ( gone ) {
					return;
				}
				setFound( seen );
				if ( has_key && 0 === seen.items.length ) {
					await look();
				}
			} catch ( cause ) {
				setError( ApiError.from( cause ) );
			}
		};
		void begin();
		return () => {
			gone = true;
			running.current?.abort();
		};
	}, [ has_key, look ] );

	return { found, looking, error, look: () => void look() };
}
