import * as z from 'zod/mini';

/** @see src-php-bridge/Admin/Screen/BuiltScript.php */
const siteSchema = z.object( { time_zone: z.string() } );

/** WordPress stores "+03:00" if the site has an offset instead of a city. */
const OFFSET = /^([+-])(\d\d):(\d\d)$/;

interface Zone {
	/** A name that Intl knows. */
	timeZone: string;
	/** Added to a time before it is formatted, because not every browser supports "+03:00". */
	shiftMs: number;
}

/** The site's time zone, which WooCommerce, our e-mails and the log use as well. */
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

/** Formats a time in the site's time zone. */
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

/** Offset of the site's time zone at that moment, in milliseconds. */
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

/** Midnight in the site's time zone, `daysLater` after `day` (YYYY-MM-DD), as ISO 8601; '' if `day` is empty. */
export function dayStart( day: string, daysLater: number ): string {
	const written = Date.parse( `${ day }T00:00:00Z` );
	if ( Number.isNaN( written ) ) {
		return '';
	}
	const wanted = written + daysLater * 86_400_000;
	// The offset is computed twice, because daylight saving may change it in between.
	const near = wanted - utcOffsetMs( wanted );
	return new Date( wanted - utcOffsetMs( near ) ).toISOString();
}
