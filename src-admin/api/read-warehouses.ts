import { searchWarehouses } from './requests';
import { ApiError } from './api-error';
import { MUST_WAIT, type Warehouses } from '../contract';
import { sleep } from '../lib/sleep';

/** Pause before the next try when KeyCRM's limit is used up. */
export const RETRY_MS = 5_000;

export const isRateLimited = ( { code }: ApiError ): boolean =>
	MUST_WAIT === code;

/** Reads KeyCRM's whole list, some pages a request. `onPage` gets the warehouses found so far. */
export async function readWarehouses(
	onPage: ( answer: Warehouses ) => void,
	signal: AbortSignal
): Promise< void > {
	const isStopped = () => signal.aborted;
	let page = 1;
	while ( page > 0 && ! isStopped() ) {
		let next = page;
		try {
			const answer = await searchWarehouses( page );
			if ( isStopped() ) {
				return;
			}
			onPage( answer );
			next = answer.next_page;
		} catch ( cause ) {
			const error = ApiError.from( cause );
			if ( ! isRateLimited( error ) ) {
				throw error;
			}
		}
		if ( next === page ) {
			await sleep( RETRY_MS, signal );
		}
		page = next;
	}
}
