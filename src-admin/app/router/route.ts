import {
	directionSchema,
	mismatchGroupSchema,
	outcomeSchema,
	type Direction,
	type MismatchGroup,
	type Outcome,
} from '../../contract';

export const TABS = [
	'overview',
	'changes',
	'out-of-step',
	'settings',
	'help',
] as const;
export type Tab = ( typeof TABS )[ number ];

/** A place on the page; every part of it stands in the address, so that it can be linked. */
export interface Route {
	tab: Tab;
	/** Whose changes are shown; 0 is the last run, `all` the log of every number written. */
	run: number | 'all';
	outcome: Outcome | '';
	direction: Direction | '';
	/** What is out of step; empty: the first group that holds anything. */
	group: MismatchGroup | '';
	/** A setting to go to at once. */
	field: '' | 'api_key' | 'schedule';
}

const DEFAULT_ROUTE: Route = {
	tab: 'overview',
	run: 0,
	outcome: '',
	direction: '',
	group: '',
	field: '',
};

export const routeTo = ( tab: Tab, rest: Partial< Route > = {} ): Route => ( {
	...DEFAULT_ROUTE,
	...rest,
	tab,
} );

function readRun( query: URLSearchParams ): Route[ 'run' ] {
	const value = query.get( 'run' );
	const run = Number( value ?? 0 );
	if ( 'all' === value ) {
		return value;
	}
	return Number.isSafeInteger( run ) && run > 0 ? run : 0;
}

export function readRoute( search: string ): Route {
	const query = new URLSearchParams( search );
	const field = query.get( 'field' );
	return {
		tab: TABS.find( ( tab ) => tab === query.get( 'tab' ) ) ?? 'overview',
		run: readRun( query ),
		outcome: outcomeSchema.safeParse( query.get( 'outcome' ) ).data ?? '',
		direction:
			directionSchema.safeParse( query.get( 'direction' ) ).data ?? '',
		group: mismatchGroupSchema.safeParse( query.get( 'group' ) ).data ?? '',
		field: 'api_key' === field || 'schedule' === field ? field : '',
	};
}

/** The address of a place; keeps what is not ours in the query, such as `page`. */
export function hrefOf( route: Route, search: string ): string {
	const query = new URLSearchParams( search );
	const parts = {
		tab: 'overview' === route.tab ? '' : route.tab,
		run: 0 === route.run ? '' : String( route.run ),
		outcome: route.outcome,
		direction: route.direction,
		group: route.group,
		field: route.field,
	};
	for ( const [ name, value ] of Object.entries( parts ) ) {
		if ( '' === value ) {
			query.delete( name );
		} else {
			query.set( name, value );
		}
	}
	return `?${ query.toString() }`;
}
