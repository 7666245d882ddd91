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

/** What is shown. Every part is in the query string, so that any state can be linked. */
export interface Route {
	tab: Tab;
	/** The run whose changes are shown; 0: the last run, `all`: all runs. */
	run: number | 'all';
	outcome: Outcome | '';
	direction: Direction | '';
	/** The group of mismatches; empty: the first one with any. */
	group: MismatchGroup | '';
	/** The setting that gets the focus. */
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

/** The URL of a route. Parameters of others, such as WordPress's `page`, stay. */
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
