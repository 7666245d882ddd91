import { changeListSchema, type Change } from '../../../src-admin/contract';

/**
 * A page of the changes that fit a query's filters, as GET /changes answers it.
 *
 * @param changes
 * @param runId   0: of all runs.
 * @param query
 */
export function changesPage(
	changes: Change[],
	runId: number,
	query: URLSearchParams
) {
	const outcome = query.get( 'outcome' );
	const direction = query.get( 'direction' );
	const sku = query.get( 'search' ) ?? '';
	const page = Number( query.get( 'page' ) );
	const perPage = Number( query.get( 'per_page' ) );
	const fitting = changes.filter(
		( change ) =>
			( 0 === runId || runId === change.run_id ) &&
			( ! outcome || outcome === change.outcome ) &&
			( 'up' !== direction ||
				( change.after ?? 0 ) > ( change.before ?? 0 ) ) &&
			change.sku.includes( sku )
	);
	return changeListSchema.parse( {
		items: fitting.slice( ( page - 1 ) * perPage, page * perPage ),
		total: fitting.length,
		page,
		per_page: perPage,
	} );
}
