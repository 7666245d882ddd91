import {
	focusManager,
	QueryClient,
	type QueryKey,
} from '@tanstack/react-query';
import { keys } from './keys';

// A window beside another one gets the focus without becoming visible.
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
 * The one place of what the server has said. Answers are asked for again when the page is looked at again, and
 * a failed question stays failed until it is asked again: the person hears of it at once.
 */
export const createQueryClient = (): QueryClient =>
	new QueryClient( {
		defaultOptions: {
			// The browser's own idea of being offline is often wrong, and would leave the question hanging.
			queries: { retry: false, networkMode: 'always' },
			mutations: { networkMode: 'always' },
		},
	} );

/** What a run changes as it goes on and ends. */
const RUN_KEYS: readonly QueryKey[] = [
	keys.runs,
	keys.changes,
	keys.activity,
	keys.mismatches,
];

/** Everything that a run may have changed is asked for again, where it is shown. */
export const invalidateRuns = ( client: QueryClient ): void =>
	RUN_KEYS.forEach(
		( queryKey ) => void client.invalidateQueries( { queryKey } )
	);
