import type { World } from '../world';

export interface WebhookCall {
	url: string;
	body: string;
	/** Number of the attempt, from 1. */
	attempt: number;
	/** null: no answer came. */
	status: number | null;
	/** Real milliseconds until the answer. */
	ms: number;
}

/** How long KeyCRM waits for an answer is unknown. */
const PATIENCE_MS = 10_000;

async function statusOf( url: string, body: string ): Promise< number | null > {
	try {
		const answer = await fetch( url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body,
			redirect: 'manual',
			signal: AbortSignal.timeout( PATIENCE_MS ),
		} );
		await answer.arrayBuffer();
		return answer.status;
	} catch {
		return null;
	}
}

/**
 * Sends a call, and repeats it as often as KeyCRM does unless the answer is exactly 200 (keycrm-server/API.md §11.3).
 */
export async function attempt(
	{ behaviour }: World,
	calls: WebhookCall[],
	url: string,
	body: string
): Promise< void > {
	for ( let tries = 1; tries <= behaviour.webhook_attempts; tries++ ) {
		const began = performance.now();
		const status = await statusOf( url, body );
		calls.push( {
			url,
			body,
			attempt: tries,
			status,
			ms: performance.now() - began,
		} );
		if ( 200 === status ) {
			return;
		}
	}
}
