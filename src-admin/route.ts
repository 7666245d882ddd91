import {
	mismatchGroupSchema,
	outcomeSchema,
	type MismatchGroup,
	type Outcome,
} from './contract';

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
	/** Whose changes are shown; 0 is the last run. */
	run: number;
	outcome: Outcome | '';
	/** What is out of step; empty: the first group that holds anything. */
	group: MismatchGroup | '';
	/** A setting to go to at once. */
	field: '' | 'api_key' | 'schedule';
}

const NOWHERE: Route = {
	tab: 'overview',
	run: 0,
	outcome: '',
	group: '',
	field: '',
};

export const to = ( tab: Tab, rest: Partial< Route > = {} ): Route => ( {
	...NOWHERE,
	...rest,
	tab,
} );

export function readRoute( search: string ): Route {
	const query = new URLSearchParams( search );
	const run = Number( query.get( 'run' ) ?? 0 );
	const field = query.get( 'field' );
	return {
		tab: TABS.find( ( tab ) => tab === query.get( 'tab' ) ) ?? 'overview',
		run: Number.isSafeInteger( run ) && run > 0 ? run : 0,
		outcome: outcomeSchema.safeParse( query.get( 'outcome' ) ).data ?? '',
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
