import { __ } from '@wordpress/i18n';

/** WordPress puts the person's language on <html lang>; an unknown one must not break the page. */
function language(): string {
	try {
		const [ known ] = Intl.NumberFormat.supportedLocalesOf(
			document.documentElement.lang
		);
		return known ?? 'en';
	} catch {
		return 'en';
	}
}

export const formatNumber = ( value: number ): string =>
	new Intl.NumberFormat( language(), { maximumFractionDigits: 4 } ).format(
		value
	);

/** With its sign, also for a gain: `+3`, `−2`. */
export const formatDifference = ( value: number ): string =>
	new Intl.NumberFormat( language(), {
		maximumFractionDigits: 4,
		signDisplay: 'exceptZero',
	} ).format( value );

type Unit = 'second' | 'minute' | 'hour' | 'day';

/** The largest unit that fits, so that nobody reads "192 minutes". */
function inWholeUnits( seconds: number ): [ number, Unit ] {
	const size = Math.abs( seconds );
	if ( size < 60 ) {
		return [ Math.round( seconds ), 'second' ];
	}
	if ( size < 60 * 60 ) {
		return [ Math.round( seconds / 60 ), 'minute' ];
	}
	if ( size < 48 * 60 * 60 ) {
		return [ Math.round( seconds / ( 60 * 60 ) ), 'hour' ];
	}
	return [ Math.round( seconds / ( 24 * 60 * 60 ) ), 'day' ];
}

/** "13 seconds", "3 hours". */
export function formatDuration( seconds: number ): string {
	const [ value, unit ] = inWholeUnits( Math.max( 0, seconds ) );
	return new Intl.NumberFormat( language(), {
		style: 'unit',
		unit,
		unitDisplay: 'long',
	} ).format( value );
}

/** "4 minutes ago", "in 11 minutes". */
export function formatRelative( iso: string, now_ms: number ): string {
	const seconds = ( Date.parse( iso ) - now_ms ) / 1000;
	if ( Math.abs( seconds ) < 10 ) {
		return __( 'just now', 'stock-sync-for-keycrm' );
	}
	const [ value, unit ] = inWholeUnits( seconds );
	return new Intl.RelativeTimeFormat( language() ).format( value, unit );
}

/** "14:05" today, "1 Aug 2026, 14:05" on another day; in the time zone of the browser. */
export function formatTime( iso: string, now_ms: number ): string {
	const time = new Date( iso );
	const today = time.toDateString() === new Date( now_ms ).toDateString();
	return new Intl.DateTimeFormat(
		language(),
		today
			? { timeStyle: 'short' }
			: { dateStyle: 'medium', timeStyle: 'short' }
	).format( time );
}

/** "1 Aug", from unix milliseconds. */
export const formatDay = ( at_ms: number ): string =>
	new Intl.DateTimeFormat( language(), {
		day: 'numeric',
		month: 'short',
	} ).format( at_ms );
