import { lookForWarehouses } from './requests';
import { ApiError } from './api-error';
import type { Warehouses } from '../contract';
import { sleep } from '../lib/sleep';

/** Where KeyCRM's limit leaves no room for an answer, it is asked for again a little later. */
export const ASK_AGAIN_MS = 5_000;
const MUST_WAIT = 'keycrm_stock_must_wait';

export const mustWait = ( { code }: ApiError ): boolean => MUST_WAIT === code;

/** Reads KeyCRM's list to its end, some pages at a time; `onAnswer` hears what has been found so far. */
export async function readWarehouses(
	onAnswer: ( answer: Warehouses ) => void,
	signal: AbortSignal
): Promise< void > {
	const stopped = () => signal.aborted;
	let page = 1;
	while ( page > 0 && ! stopped() ) {
		let next = page;
		try {
			const answer = await lookForWarehouses( page );
			if ( stopped() ) {
				return;
			}
			onAnswer( answer );
			next = answer.next_page;
		} catch ( cause ) {
			const error = ApiError.from( cause );
			if ( ! mustWait( error ) ) {
				throw error;
			}
		}
		if ( next === page ) {
			await sleep( ASK_AGAIN_MS, signal );
		}
		page = next;
	}
}
