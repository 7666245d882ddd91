import type { World } from '../world';
import type { Call } from './call';
import type { Reply } from './reply';
import { message, nginx } from './reply';
import { retryAfterValue } from './retry-after';

export function authorization(
	world: World,
	call: Call
): 'matched' | 'wrong' | 'missing' {
	const { authorization: sent } = call.headers;
	if ( undefined === sent ) {
		return 'missing';
	}
	return sent === `Bearer ${ world.key }` ? 'matched' : 'wrong';
}

type Budget =
	| { allowed: true; headers: Record< string, string > }
	| { allowed: false; refusal: Reply };

/** Takes one request from the key's budget. */
export function budgetReply( world: World ): Budget {
	const { behaviour, clock, limiter } = world;
	const verdict = limiter.take( world.key );
	const headers: Record< string, string > = {};
	if ( 'sent' === behaviour.rate_limit_headers ) {
		headers[ 'X-RateLimit-Limit' ] = String( verdict.limit );
		headers[ 'X-RateLimit-Remaining' ] = String( verdict.remaining );
	}
	if ( verdict.allowed ) {
		return { allowed: true, headers };
	}
	const now = clock.now();
	const value = retryAfterValue(
		behaviour.retry_after,
		verdict.wait_ms,
		now
	);
	if ( null !== value ) {
		headers[ 'Retry-After' ] = value;
	}
	if ( 'sent' === behaviour.rate_limit_headers ) {
		const reset_ms = now + verdict.wait_ms;
		headers[ 'X-RateLimit-Reset' ] = String( Math.ceil( reset_ms / 1000 ) );
	}
	const refusal =
		'html' === behaviour.rate_limit_body
			? nginx( 429 )
			: message( 429, 'Too Many Attempts.' );
	return { allowed: false, refusal: { ...refusal, headers } };
}
