import { useEffect, useRef, useState } from '@wordpress/element';
import { ApiError } from '../api-error';

export interface AnswerState< T > {
	/** Null is loading for the first time; while something newer loads, the old answer stays. */
	answer: T | null;
	loading: boolean;
	error: ApiError | null;
}

/** What `ask` brings; asked again whenever `question`, its parameters in words, changes. */
export function useAnswer< T >(
	ask: () => Promise< T >,
	question: string
): AnswerState< T > {
	const [ answer, setAnswer ] = useState< T | null >( null );
	const [ loading, setLoading ] = useState( true );
	const [ error, setError ] = useState< ApiError | null >( null );
	const latest = useRef( ask );
	latest.current = ask;

	useEffect( () => {
		let gone = false;
		const load = async () => {
			setLoading( true );
			try {
				const brought = await latest.current();
				if ( ! gone ) {
					setAnswer( brought );
					setError( null );
				}
			} catch ( cause ) {
				if ( ! gone ) {
					setError( ApiError.from( cause ) );
				}
			}
			if ( ! gone ) {
				setLoading( false );
			}
		};
		void load();
		return () => {
			gone = true;
		};
	}, [ question ] );

	return { answer, loading, error };
}
