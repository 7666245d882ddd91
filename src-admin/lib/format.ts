import { __ } from '@wordpress/i18n';
import { formatInZone } from './site-time';

/** WordPress sets <html lang> to the user's language. Intl throws if it does not know it. */
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

/** Some locales use a hyphen as minus sign; our texts use a real one. */
const withMinus = ( parts: Intl.NumberFormatPart[] ): string =>
	parts
		.map( ( { type, value } ) => ( 'minusSign' === type ? '−' : value ) )
		.join( '' );

export const formatNumber = ( value: number ): string =>
	withMinus(
		new Intl.NumberFormat( language(), {
			maximumFractionDigits: 4,
		} ).formatToParts( value )
	);

/** A term that is subtracted: `−3`. A negative term is added: `+3`. */
export const formatDeduction = ( value: number ): string =>
	value < 0 ? `+${ formatNumber( -value ) }` : `−${ formatNumber( value ) }`;

/** With its sign: `+3`, `−2`. */
export const formatDifference = ( value: number ): string =>
	withMinus(
		new Intl.NumberFormat( language(), {
			maximumFractionDigits: 4,
			signDisplay: 'exceptZero',
		} ).formatToParts( value )
	);

type Unit = 'second' | 'minute' | 'hour' | 'day';

/** The largest unit that fits: "3 hours" rather than "192 minutes". */
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
export function formatRelative( iso: string, nowMs: number ): string {
	const seconds = ( Date.parse( iso ) - nowMs ) / 1000;
	if ( Math.abs( seconds ) < 10 ) {
		return __( 'just now', 'stock-sync-for-keycrm' );
	}
	const [ value, unit ] = inWholeUnits( seconds );
	return new Intl.RelativeTimeFormat( language() ).format( value, unit );
}

/** "14:05" today, "1 Aug 2026, 14:05" on another day, in the site's time zone. */
export function formatTime( iso: string, nowMs: number ): string {
	const atMs = Date.parse( iso );
	const day = ( ms: number ) =>
		formatInZone( 'en', ms, { dateStyle: 'short' } );
	return formatInZone(
		language(),
		atMs,
		day( atMs ) === day( nowMs )
			? { timeStyle: 'short' }
			: { dateStyle: 'medium', timeStyle: 'short' }
	);
}

/** "1 Aug", in the site's time zone. */
export const formatDay = ( atMs: number ): string =>
	formatInZone( language(), atMs, { day: 'numeric', month: 'short' } );
