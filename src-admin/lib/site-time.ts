import * as z from 'zod/mini';

/** @see src-php-bridge/Admin/Screen/BuiltScript.php */
const siteSchema = z.object( { time_zone: z.string() } );

/** "+03:00", as WordPress names the time zone of a site that has chosen no city. */
const OFFSET = /^([+-])(\d\d):(\d\d)$/;

interface Zone {
	/** As Intl knows it. */
	timeZone: string;
	/** What is added to a time before it is shown in that zone: not every browser knows "+03:00". */
	shiftMs: number;
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
		return { timeZone: 'UTC', shiftMs: '-' === sign ? -size : size };
	}
	try {
		return {
			timeZone: new Intl.DateTimeFormat( 'en', {
				timeZone: name,
			} ).resolvedOptions().timeZone,
			shiftMs: 0,
		};
	} catch {
		return { timeZone: 'UTC', shiftMs: 0 };
	}
}

/** As text, in the time zone of the site. */
export function formatInZone(
	language: string,
	atMs: number,
	options: Intl.DateTimeFormatOptions
): string {
	const { timeZone, shiftMs } = siteZone();
	return new Intl.DateTimeFormat( language, { ...options, timeZone } ).format(
		atMs + shiftMs
	);
}

/** The site's clock as if it were UTC: so far ahead of UTC is the site then. */
function utcOffsetMs( atMs: number ): number {
	const { timeZone, shiftMs } = siteZone();
	const parts = new Intl.DateTimeFormat( 'en', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	} ).formatToParts( atMs );
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
		Math.floor( atMs / 1000 ) * 1000 +
		shiftMs
	);
}

/** Midnight of a day of the site's (YYYY-MM-DD), so many days later, as ISO 8601; '' where no day is given. */
export function dayStart( day: string, daysLater: number ): string {
	const written = Date.parse( `${ day }T00:00:00Z` );
	if ( Number.isNaN( written ) ) {
		return '';
	}
	const wanted = written + daysLater * 86_400_000;
	// Twice, because the clocks may be put forward or back between the two.
	const near = wanted - utcOffsetMs( wanted );
	return new Date( wanted - utcOffsetMs( near ) ).toISOString();
}
