import type { ChangesQuery } from './requests';
import type { MismatchGroup } from '../contract';

/** A key contains every parameter of its request, so that two requests never share a cache entry. */
export const keys = {
	settings: [ 'settings' ],
	warehouses: [ 'warehouses' ],
	orderSources: [ 'order-sources' ],
	currentRun: [ 'current-run' ],
	runs: [ 'runs' ],
	runHistory: ( perPage: number ) => [ 'runs', 'history', perPage ] as const,
	runPage: ( page: number, perPage: number ) =>
		[ 'runs', 'page', page, perPage ] as const,
	run: ( id: number ) => [ 'runs', 'one', id ] as const,
	undo: ( id: number ) => [ 'runs', 'undo', id ] as const,
	activity: [ 'activity' ],
	help: [ 'help' ],
	sources: [ 'sources' ],
	changes: [ 'changes' ],
	changePage: ( query: ChangesQuery ) => [ 'changes', query ] as const,
	mismatches: [ 'mismatches' ],
	mismatchGroups: [ 'mismatches', 'groups' ],
	mismatchPage: ( query: {
		group: MismatchGroup;
		page: number;
		per_page: number;
	} ) => [ 'mismatches', 'page', query ] as const,
	productHistory: ( productId: number ) =>
		[ 'product-history', productId ] as const,
	runAction: [ 'run-action' ],
} as const;
