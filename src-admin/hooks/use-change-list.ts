import { useState } from '@wordpress/element';
import type { ChangesFilter } from '../api';
import type { Typed } from '../components/change-filters';
import type { Sorting } from '../components/table/types';
import type { ChangeList } from '../contract';
import type { Route } from '../route';
import type { AnswerState } from './use-answer';
import { useChanges } from './use-changes';

const PER_PAGE = 50;

export interface ChangeListState extends AnswerState< ChangeList > {
	filter: ChangesFilter;
	filtered: boolean;
	sorting: Sorting | null;
	sort: ( sorting: Sorting | null ) => void;
	search: ( typed: Typed ) => void;
	turn: ( page: number ) => void;
}

/** Midnight of the reader's own day, so many days later; '' where no day is given. */
function midnight( day: string, later: number ): string {
	const time = new Date( `${ day }T00:00:00` );
	if ( Number.isNaN( time.getTime() ) ) {
		return '';
	}
	time.setDate( time.getDate() + later );
	return time.toISOString();
}

/** One page of changes, with what it is filtered and sorted by; whatever changes goes back to page 1. */
export function useChangeList(
	route: Route,
	run_id: number | 'all',
	revision: string
): ChangeListState {
	const { outcome, direction } = route;
	const [ typed, setTyped ] = useState< Typed >( {
		search: '',
		from: '',
		until: '',
	} );
	const [ sorting, setSorting ] = useState< Sorting | null >( null );
	const all = 'all' === run_id;
	const filter = {
		run_id,
		outcome,
		direction,
		search: typed.search,
		from: all ? midnight( typed.from, 0 ) : '',
		until: all ? midnight( typed.until, 1 ) : '',
	};
	// A page belongs to the list that it was turned to in.
	const list = JSON.stringify( [ filter, sorting ] );
	const [ turned, setTurned ] = useState( { list, page: 1 } );
	const answer = useChanges(
		{
			...filter,
			page: turned.list === list ? turned.page : 1,
			per_page: PER_PAGE,
			order_by: sorting?.by ?? '',
			order: sorting?.order ?? '',
		},
		revision
	);
	return {
		...answer,
		filter,
		filtered:
			'' !==
			outcome + direction + typed.search + filter.from + filter.until,
		sorting,
		sort: setSorting,
		search: setTyped,
		turn: ( page ) => setTurned( { list, page } ),
	};
}
