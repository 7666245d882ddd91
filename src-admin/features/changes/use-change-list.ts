import { useState } from '@wordpress/element';
import type { ChangesFilter } from '../../api/requests';
import { useChanges } from '../../api/queries';
import type { ApiError } from '../../api/api-error';
import type { ChangeSearch } from './change-filters';
import type { Sorting } from '../../ui/table/data-table';
import type { ChangeList } from '../../contract';
import { dayStart } from '../../lib/site-time';
import type { Route } from '../../app/router/route';

const PER_PAGE = 50;

export interface ChangeListState {
	/** Null while it is loading. */
	list: ChangeList | null;
	/** The next page is loading; the old one is shown until then. */
	loading: boolean;
	error: ApiError | null;
	filter: ChangesFilter;
	filtered: boolean;
	sorting: Sorting | null;
	sort: ( sorting: Sorting | null ) => void;
	search: ( search: ChangeSearch ) => void;
	goToPage: ( page: number ) => void;
}

/** A page of changes with its filter and sorting. A change of either goes back to page 1. */
export function useChangeList(
	route: Route,
	runId: number | 'all'
): ChangeListState {
	const { outcome, direction } = route;
	const [ search, setSearch ] = useState< ChangeSearch >( {
		search: '',
		from: '',
		until: '',
	} );
	const [ sorting, setSorting ] = useState< Sorting | null >( null );
	const all = 'all' === runId;
	const filter = {
		run_id: runId,
		outcome,
		direction,
		search: search.search,
		from: all ? dayStart( search.from, 0 ) : '',
		until: all ? dayStart( search.until, 1 ) : '',
	};
	// The page number is only valid for the list in which it was chosen.
	const listKey = JSON.stringify( [ filter, sorting ] );
	const [ shownPage, setShownPage ] = useState( {
		question: listKey,
		page: 1,
	} );
	const { data, error, isPlaceholderData } = useChanges( {
		...filter,
		page: shownPage.question === listKey ? shownPage.page : 1,
		per_page: PER_PAGE,
		order_by: sorting?.by ?? '',
		order: sorting?.order ?? '',
	} );
	return {
		list: data ?? null,
		loading: isPlaceholderData,
		error,
		filter,
		filtered:
			'' !==
			outcome + direction + search.search + filter.from + filter.until,
		sorting,
		sort: setSorting,
		search: setSearch,
		goToPage: ( page ) => setShownPage( { question: listKey, page } ),
	};
}
