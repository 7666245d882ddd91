import {
	focusManager,
	QueryClient,
	type QueryKey,
} from '@tanstack/react-query';
import { keys } from './keys';

// A window that was visible beside another one gets the focus without `visibilitychange`.
focusManager.setEventListener( ( onFocus ) => {
	const onActive = () => onFocus();
	window.addEventListener( 'visibilitychange', onActive );
	window.addEventListener( 'focus', onActive );
	return () => {
		window.removeEventListener( 'visibilitychange', onActive );
		window.removeEventListener( 'focus', onActive );
	};
} );

/**
 * The cache of all data from the server. Data is refetched when the window gets the focus. A failed request is
 * not retried by itself, so that the person sees the error at once.
 */
export const createQueryClient = (): QueryClient =>
	new QueryClient( {
		defaultOptions: {
			// Browsers often report "offline" wrongly, and the request would wait for ever.
			queries: { retry: false, networkMode: 'always' },
			mutations: { networkMode: 'always' },
		},
	} );

/** Data that a run changes while it is active and when it ends. */
const RUN_KEYS: readonly QueryKey[] = [
	keys.runs,
	keys.changes,
	keys.activity,
	keys.mismatches,
];

/** Refetches what is shown of the data that a run may have changed. */
export const invalidateRuns = ( client: QueryClient ): void =>
	RUN_KEYS.forEach(
		( queryKey ) => void client.invalidateQueries( { queryKey } )
	);
