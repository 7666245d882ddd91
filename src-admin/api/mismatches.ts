import {
	fixSchema,
	mismatchGroupsSchema,
	mismatchListSchema,
	type FixAction,
	type MismatchGroup,
} from '../contract';
import { request, requestFile, ROOT, withQuery } from './client';

export const fetchMismatchGroups = () =>
	request( mismatchGroupsSchema, { path: `${ ROOT }/unmatched/groups` } );

export const fetchMismatches = ( query: {
	group: MismatchGroup;
	page: number;
	per_page: number;
} ) =>
	request( mismatchListSchema, {
		path: withQuery( `${ ROOT }/unmatched`, query ),
	} );

/** All rows of a group as CSV. */
export const fetchMismatchFile = ( group: MismatchGroup ) =>
	requestFile( withQuery( `${ ROOT }/unmatched`, { group, format: 'csv' } ) );

export const fixMismatches = ( action: FixAction, productIds: number[] ) =>
	request( fixSchema, {
		path: `${ ROOT }/unmatched/${ action }`,
		method: 'POST',
		data: { product_ids: productIds },
	} );
