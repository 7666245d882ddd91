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
	/** How far the server's clock is ahead of the browser's. */
	aheadMs: number;
	/** The version of the run from which the server made the facts. A later step or action may have changed the run. */
	factsVersion: string;
}

export interface CurrentRunState {
	/** Null while it is loading. */
	current: KnownRun | null;
	/** The last request failed, so the data may be old. */
	connectionError: ApiError | null;
	/** When the current step was requested, by the browser's clock; null between steps. */
	stepSince: number | null;
}

const runVersion = ( run: Run | null ): string =>
	null === run ? '' : `${ run.id } ${ run.status }`;

/** The run has changed since the server made the facts. */
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

/** A response to a step or an action is newer than a pending request for the current run. */
export function setRun( client: QueryClient, run: Run ): void {
	void client.cancelQueries( { queryKey: keys.currentRun } );
	client.setQueryData< KnownRun >(
		keys.currentRun,
		( old ) => old && { ...old, run }
	);
}

/** Refetches what a run may have changed, whether this page or another worker changed it. */
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
			// A run that has ended may have changed the facts, the time of the next run, and `set_up`.
			void client.invalidateQueries( { queryKey: keys.settings } );
			if ( null !== current && areFactsOld( current ) ) {
				void client.invalidateQueries( { queryKey: keys.currentRun } );
			}
		}
	}, [ client, current, version, run ] );
}

/** The active or last run. It is driven while it is active, otherwise refetched every 30 seconds. */
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
