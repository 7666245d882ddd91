import {
	useQuery,
	useQueryClient,
	type QueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from '@wordpress/element';
import { fetchCurrentRun } from '../../api/requests';
import { keys } from '../../api/keys';
import { invalidateRuns } from '../../api/query-client';
import type { ApiError } from '../../api/api-error';
import type { CurrentRun, Run } from '../../contract';
import { isActive } from './run-facts';
import { useRunDriver } from './use-run-driver';

const REFETCH_EVERY_MS = 30_000;

export interface KnownRun extends CurrentRun {
	/** How far the server's clock is ahead of this one. */
	aheadMs: number;
	/** The run that the facts were made of; a step or an action may have made it another one since. */
	factsVersion: string;
}

export interface CurrentRunState {
	/** Null is loading. */
	current: KnownRun | null;
	/** The last question to the site was not answered; what is shown may be old. */
	connectionError: ApiError | null;
	/** When the step that is under way was asked for, by this clock; null between steps. */
	stepSince: number | null;
}

const runVersion = ( run: Run | null ): string =>
	null === run ? '' : `${ run.id } ${ run.status }`;

/** The facts were made before the run became what it is now. */
export const areFactsOld = ( { run, factsVersion }: KnownRun ): boolean =>
	runVersion( run ) !== factsVersion;

async function fetchKnownRun(): Promise< KnownRun > {
	const answer = await fetchCurrentRun();
	return {
		...answer,
		aheadMs: Date.parse( answer.now ) - Date.now(),
		factsVersion: runVersion( answer.run ),
	};
}

/** What a step or an action has answered is newer than any look that is still under way. */
export function setRun( client: QueryClient, run: Run ): void {
	void client.cancelQueries( { queryKey: keys.currentRun } );
	client.setQueryData< KnownRun >(
		keys.currentRun,
		( old ) => old && { ...old, run }
	);
}

/** Whoever has changed the run, this page or another worker: what it may have changed is asked for again. */
function useRefetchAfterRun( current: KnownRun | null ): void {
	const client = useQueryClient();
	const run = current?.run ?? null;
	const version =
		null === current ? null : `${ runVersion( run ) } ${ run?.phase }`;
	const seen = useRef( version );

	useEffect( () => {
		if ( null === version || seen.current === version ) {
			return;
		}
		const isFirst = null === seen.current;
		seen.current = version;
		if ( isFirst ) {
			return;
		}
		invalidateRuns( client );
		if ( ! isActive( run ) ) {
			// What an ended run has left: the facts, the next time, whether the set-up is over.
			void client.invalidateQueries( { queryKey: keys.settings } );
			if ( null !== current && areFactsOld( current ) ) {
				void client.invalidateQueries( { queryKey: keys.currentRun } );
			}
		}
	}, [ client, current, version, run ] );
}

/** The run that is active or was last, kept fresh: driven while active, else looked at gently. */
export function useCurrentRun(): CurrentRunState {
	const client = useQueryClient();
	const { data, error } = useQuery< KnownRun, ApiError >( {
		queryKey: keys.currentRun,
		queryFn: fetchKnownRun,
		refetchInterval: ( { state } ) =>
			isActive( state.data?.run ?? null ) ? false : REFETCH_EVERY_MS,
	} );
	const current = data ?? null;
	useRefetchAfterRun( current );
	const onRun = useCallback(
		( run: Run ) => setRun( client, run ),
		[ client ]
	);
	const onRunUnknown = useCallback(
		() => void client.invalidateQueries( { queryKey: keys.currentRun } ),
		[ client ]
	);
	const { connectionError, stepSince } = useRunDriver(
		current,
		onRun,
		onRunUnknown
	);
	return { current, connectionError: connectionError ?? error, stepSince };
}
