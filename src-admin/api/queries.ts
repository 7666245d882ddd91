import {
	keepPreviousData,
	useInfiniteQuery,
	useQuery,
	type UseQueryResult,
} from '@tanstack/react-query';
import {
	fetchActivity,
	fetchChanges,
	fetchHistory,
	fetchOrderSources,
	fetchRun,
	fetchRuns,
	fetchSettings,
	fetchUndo,
	type ChangesQuery,
} from './requests';
import type { ApiError } from './api-error';
import { fetchMismatches, fetchMismatchGroups } from './mismatches';
import type {
	Activity,
	ChangeList,
	MismatchGroup,
	MismatchGroups,
	MismatchList,
	OrderSource,
	ProductHistory,
	Run,
	RunList,
	Settings,
	UndoReport,
} from '../contract';
import { RETRY_MS, isRateLimited } from './read-warehouses';
import { keys } from './keys';

type Answer< T > = UseQueryResult< T, ApiError >;

export const useSettings = (): Answer< Settings > =>
	useQuery( { queryKey: keys.settings, queryFn: fetchSettings } );

/** A page of the history, newest first; while another one loads, the old one stays. */
export const useRunPage = (
	page: number,
	perPage: number
): Answer< RunList > =>
	useQuery( {
		queryKey: keys.runPage( page, perPage ),
		queryFn: () => fetchRuns( page, perPage ),
		placeholderData: keepPreviousData,
	} );

/** The history from its newest page on, further pages as they are asked for. */
export const useRunHistory = ( perPage: number ) =>
	useInfiniteQuery< RunList, ApiError, Run[], readonly unknown[], number >( {
		queryKey: keys.runHistory( perPage ),
		queryFn: ( { pageParam } ) => fetchRuns( pageParam, perPage ),
		initialPageParam: 1,
		getNextPageParam: ( { page, total } ) =>
			page * perPage < total ? page + 1 : undefined,
		select: ( { pages } ) => pages.flatMap( ( { items } ) => items ),
	} );

/** Any run that is still kept. 0 asks nothing. */
export const useRun = ( id: number ): Answer< Run > =>
	useQuery( {
		queryKey: keys.run( id ),
		queryFn: () => fetchRun( id ),
		enabled: id > 0,
	} );

/** What taking the run back would do. Never the numbers of another run, not even for a moment. */
export const useUndoReport = ( runId: number ): Answer< UndoReport > =>
	useQuery( {
		queryKey: keys.undo( runId ),
		queryFn: () => fetchUndo( runId ),
	} );

/** The last 24 hours. */
export const useActivity = (): Answer< Activity > =>
	useQuery( { queryKey: keys.activity, queryFn: fetchActivity } );

/** One page of changes; the old page stays while another one of the same run loads, never that of another run. */
export const useChanges = ( query: ChangesQuery ): Answer< ChangeList > =>
	useQuery( {
		queryKey: keys.changePage( query ),
		queryFn: () => fetchChanges( query ),
		placeholderData: ( old, previousQuery ) =>
			previousQuery?.queryKey[ 1 ].run_id === query.run_id
				? old
				: undefined,
	} );

/** How many there are of each kind. */
export const useMismatchGroups = (): Answer< MismatchGroups > =>
	useQuery( {
		queryKey: keys.mismatchGroups,
		queryFn: fetchMismatchGroups,
	} );

/** One page of a group; as useChanges. */
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

/** What a product's quantity did over the last 30 days. */
export const useProductHistory = (
	productId: number
): Answer< ProductHistory > =>
	useQuery( {
		queryKey: keys.productHistory( productId ),
		queryFn: () => fetchHistory( productId ),
	} );

/** Asks KeyCRM, so only once as long as the field is shown. */
export const useOrderSources = (): Answer< { items: OrderSource[] } > =>
	useQuery( {
		queryKey: keys.orderSources,
		queryFn: fetchOrderSources,
		// In the set-up the search for warehouses has just used up KeyCRM's limit.
		retry: ( _, error ) => isRateLimited( error ),
		retryDelay: RETRY_MS,
		refetchOnWindowFocus: false,
	} );
