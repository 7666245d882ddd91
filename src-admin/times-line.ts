import { __, sprintf } from '@wordpress/i18n';
import type { CurrentRun, Settings } from './contract';
import { formatRelative } from './format';

function nextCheck( { next_at }: CurrentRun, now_ms: number ): string {
	if ( null === next_at ) {
		return '';
	}
	if ( Date.parse( next_at ) - now_ms < 10_000 ) {
		return __( 'next check is due now', 'stock-sync-for-keycrm' );
	}
	return sprintf(
		/* translators: %s: a time to come, e.g. "in 11 minutes". */
		__( 'next check %s', 'stock-sync-for-keycrm' ),
		formatRelative( next_at, now_ms )
	);
}

/** "Checked 4 minutes ago · next check in 11 minutes". */
export function checkTimes(
	settings: Settings,
	current: CurrentRun,
	now_ms: number
): string {
	const checked_at = current.last_success?.finished_at;
	return [
		checked_at
			? sprintf(
					/* translators: %s: a time that has passed, e.g. "4 minutes ago". */
					__( 'Checked %s', 'stock-sync-for-keycrm' ),
					formatRelative( checked_at, now_ms )
			  )
			: '',
		settings.schedule.enabled ? nextCheck( current, now_ms ) : '',
	]
		.filter( Boolean )
		.join( ' · ' );
}
