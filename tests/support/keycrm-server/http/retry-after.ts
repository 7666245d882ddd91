import type { RetryAfter } from '../behaviour';

/**
 * The header's value; null: not sent. `wait_ms` is the true time until the next request is allowed.
 */
export function retryAfterValue(
	how: RetryAfter,
	wait_ms: number,
	now_ms: number
): string | null {
	switch ( how.as ) {
		case 'none':
			return null;
		case 'text':
			return how.text;
		case 'seconds':
			return String( how.seconds ?? Math.ceil( wait_ms / 1000 ) );
		case 'date': {
			const ahead_ms =
				undefined === how.seconds ? wait_ms : how.seconds * 1000;
			return new Date( now_ms + ahead_ms ).toUTCString();
		}
	}
}
