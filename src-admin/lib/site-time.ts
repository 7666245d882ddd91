import * as z from 'zod/mini';

/** @see src-php-bridge/Admin/Screen/BuiltScript.php */
const siteSchema = z.object( { time_zone: z.string() } );

/** "+03:00", as WordPress names the time zone of a site that has chosen no city. */
const OFFSET = /^([+-])(\d\d):(\d\d)$/;

interface Zone {
	/** As Intl knows it. */
	timeZone: string;
	/** What is added to a time before it is shown in that zone: not every browser knows "+03:00". */
	shift_ms: number;
}

/** The time zone of the site: e-mails, WooCommerce's own pages and the log say times in it. */
export function siteZone(): Zone {
	const site = siteSchema.safeParse(
		Object.getOwnPropertyDescriptor( window, 'keycrmStockSite' )?.value
	);
	const name = site.data?.time_zone ?? 'UTC';
	const [ , sign, hours, minutes ] = OFFSET.exec( name ) ?? [];
	if ( undefined !== sign ) {
		const size = ( Number( hours ) * 60 + Number( minutes ) ) * 60_000;
		return { timeZone: 'UTC', shift_ms: '-' === sign ? -size : size };
	}
	try {
		return {
			timeZone: new Intl.DateTimeFormat( 'en', {
				timeZone: name,
			} ).resolvedOptions().timeZone,
			shift_ms: 0,
		};
	} catch {
		return { timeZone: 'UTC', shift_ms: 0 };
	}
}

/** As text, in the time zone of the site. */
export function formatInZone(
	language: string,
	at_ms: number,
	options: Intl.DateTimeFormatOptions
): string {
	const { timeZone, shift_ms } = siteZone();
	return new Intl.DateTimeFormat( language, { ...options, timeZone } ).format(
		at_ms + shift_ms
	);
}

/** The site's clock as if it were UTC: so far ahead of UTC is the site then. */
function aheadOfUtc( at_ms: number ): number {
	const { timeZone, shift_ms } = siteZone();
	const parts = new Intl.DateTimeFormat( 'en', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	} ).formatToParts( at_ms );
	const part = ( type: Intl.DateTimeFormatPartTypes ) =>
		Number( parts.find( ( one ) => one.type === type )?.value ?? 0 );
	return (
		Date.UTC(
			part( 'year' ),
			part( 'month' ) - 1,
			part( 'day' ),
			part( 'hour' ),
			part( 'minute' ),
			part( 'second' )
		) -
		Math.floor( at_ms / 1000 ) * 1000 +
		shift_ms
	);
}

/** Midnight of a day of the site's (YYYY-MM-DD), so many days later, as ISO 8601; '' where no day is given. */
export function midnight( day: string, later: number ): string {
	const written = Date.parse( `${ day }T00:00:00Z` );
	if ( Number.isNaN( written ) ) {
		return '';
	}
	const wanted = written + later * 86_400_000;
	// Twice, because the clocks may be put forward or back between the two.
	const near = wanted - aheadOfUtc( wanted );
	return new Date( wanted - aheadOfUtc( near ) ).toISOString();
}
