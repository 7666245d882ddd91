import { useCallback, useState } from '@wordpress/element';
import { testConnection } from '../api';
import { ApiError } from '../api-error';
import type { Connection } from '../contract';

export interface ConnectionState {
	checking: boolean;
	result: Connection | null;
	error: ApiError | null;
	/** With an empty key: the saved one. */
	check: ( api_key: string ) => Promise< Connection | null >;
	forget: () => void;
}

export function useConnection(): ConnectionState {
	const [ checking, setChecking ] = useState( false );
	const [ result, setResult ] = useState< Connection | null >( null );
	const [ error, setError ] = useState< ApiError | null >( null );

	const forget = useCallback( () => {
		setResult( null );
		setError( null );
	}, [] );

	const check = useCallback(
		async ( api_key: string ) => {
			forget();
			setChecking( true );
			try {
				const answer = await testConnection( api_key );
				setResult( answer );
				return answer;
			} catch ( cause ) {
				setError( ApiError.from( cause ) );
				return null;
			} finally {
				setChecking( false );
			}
		},
		[ forget ]
	);

	return { checking, result, error, check, forget };
}
