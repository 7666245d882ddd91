import {
	keepPreviousData,
	useInfiniteQuery,
	useQuery,
	type UseQueryResult,
} from '@tanstack/react-query';
import {
	fetchActivity,
	fetchChanges,
	fetchHelp,
	fetchHistory,
	fetchOrderSources,
	fetchRun,
	fetchRuns,
	fetchSettings,
	fetchSources,
	fetchUndo,
	type ChangesQuery,
} from './requests';
import type { ApiError } from './api-error';
import { fetchMismatches, fetchMismatchGroups } from './mismatches';
import type {
	Activity,
	ChangeList,
	Help,
	MismatchGroup,
	MismatchGroups,
	MismatchList,
	OrderSource,
	ProductHistory,
	Run,
	RunList,
	Settings,
	Sources,
	UndoReport,
} from '../contract';
import { RETRY_MS, isRateLimited } from './read-warehouses';
import { keys } from './keys';

type Answer< T > = UseQueryResult< T, ApiError >;

export const useSettings = (): Answer< Settings > =>
	useQuery( { queryKey: keys.settings, queryFn: fetchSettings } );

/** A page of runs, newest first. The old page is shown while the next one loads. */
export const useRunPage = (
	page: number,
	perPage: number
): Answer< RunList > =>
	useQuery( {
		queryKey: keys.runPage( page, perPage ),
		queryFn: () => fetchRuns( page, perPage ),
		placeholderData: keepPreviousData,
	} );

/** Runs from the newest on; `fetchNextPage` adds older ones. */
export const useRunHistory = ( perPage: number ) =>
	useInfiniteQuery< RunList, ApiError, Run[], readonly unknown[], number >( {
		queryKey: keys.runHistory( perPage ),
		queryFn: ( { pageParam } ) => fetchRuns( pageParam, perPage ),
		initialPageParam: 1,
		getNextPageParam: ( { page, total } ) =>
			page * perPage < total ? page + 1 : undefined,
		select: ( { pages } ) => pages.flatMap( ( { items } ) => items ),
	} );

/** Any run that the server still keeps. For 0 no request is sent. */
export const useRun = ( id: number ): Answer< Run > =>
	useQuery( {
		queryKey: keys.run( id ),
		queryFn: () => fetchRun( id ),
		enabled: id > 0,
	} );

/** What an undo of the run would do. No placeholder, because it would show the numbers of another run. */
export const useUndoReport = ( runId: number ): Answer< UndoReport > =>
	useQuery( {
		queryKey: keys.undo( runId ),
		queryFn: () => fetchUndo( runId ),
	} );

/** The last 24 hours. */
export const useActivity = (): Answer< Activity > =>
	useQuery( { queryKey: keys.activity, queryFn: fetchActivity } );

/** A page of changes. The old page is shown while the next one loads, but only if it is of the same run. */
export const useChanges = ( query: ChangesQuery ): Answer< ChangeList > =>
	useQuery( {
		queryKey: keys.changePage( query ),
		queryFn: () => fetchChanges( query ),
		placeholderData: ( old, previousQuery ) =>
			previousQuery?.queryKey[ 1 ].run_id === query.run_id
				? old
				: undefined,
	} );

/** The number of mismatches by group. */
export const useMismatchGroups = (): Answer< MismatchGroups > =>
	useQuery( {
		queryKey: keys.mismatchGroups,
		queryFn: fetchMismatchGroups,
	} );

/** A page of a group. The old page is shown while the next one loads, but only if it is of the same group. */
export const useMismatches = ( query: {
	group: MismatchGroup;
	page: number;
	per_page: number;
} ): Answer< MismatchList > =>
	useQuery( {
		queryKey: keys.mismatchPage( query ),
		queryFn: () => fetchMismatches( query ),
		placeholderData: ( old, previousQuery ) =>
			previousQuery?.queryKey[ 2 ].group === query.group
				? old
				: undefined,
	} );

/** The quantities of a product over the last 30 days. */
export const useProductHistory = (
	productId: number
): Answer< ProductHistory > =>
	useQuery( {
		queryKey: keys.productHistory( productId ),
		queryFn: () => fetchHistory( productId ),
	} );

/** Texts, which do not change while the page is open. */
export const useHelp = (): Answer< Help > =>
	useQuery( {
		queryKey: keys.help,
		queryFn: fetchHelp,
		staleTime: Infinity,
	} );

export const useSources = (): Answer< Sources > =>
	useQuery( {
		queryKey: keys.sources,
		queryFn: fetchSources,
		staleTime: Infinity,
	} );

/** Each request costs one of KeyCRM's, so it is not repeated when the window gets the focus. */
export const useOrderSources = (): Answer< { items: OrderSource[] } > =>
	useQuery( {
		queryKey: keys.orderSources,
		queryFn: fetchOrderSources,
		// In the set-up the search for warehouses may have used up KeyCRM's limit.
		retry: ( _, error ) => isRateLimited( error ),
		retryDelay: RETRY_MS,
		refetchOnWindowFocus: false,
	} );
