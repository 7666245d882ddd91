import {
	formatDifference,
	formatDeduction,
	formatNumber,
	formatTime,
} from '../../../src-admin/lib/format';
import { dayStart } from '../../../src-admin/lib/site-time';

const inZone = ( timeZone: string ) =>
	Object.defineProperty( window, 'keycrmStockSite', {
		value: { time_zone: timeZone },
		configurable: true,
	} );

afterEach( () => inZone( 'UTC' ) );

it( 'never writes two signs before a number', () => {
	expect( [ formatDeduction( 3 ), formatDeduction( -3 ) ] ).toEqual( [
		'−3',
		'+3',
	] );
	expect( formatNumber( -1234.5 ) ).toBe( '−1,234.5' );
	expect( [ 3, 0, -2 ].map( formatDifference ) ).toEqual( [
		'+3',
		'0',
		'−2',
	] );
} );

it.each( [
	[ 'UTC', '22:30' ],
	[ 'Europe/Kyiv', '00:30' ],
	[ '+05:30', '04:00' ],
	[ '-03:00', '19:30' ],
	[ 'nowhere', '22:30' ],
] )(
	'shows times in the site’s time zone %s, not in the browser’s',
	( zone, time ) => {
		inZone( zone );
		const at = '2026-11-28T22:30:00Z';
		const shown = formatTime( at, Date.parse( at ) );
		const [ , hour = '', minute, half ] =
			/(\d+):(\d+).(AM|PM)/.exec( shown ) ?? [];
		const hours = ( Number( hour ) % 12 ) + ( 'PM' === half ? 12 : 0 );
		expect( `${ String( hours ).padStart( 2, '0' ) }:${ minute }` ).toBe(
			time
		);
	}
);

it( 'a day begins at midnight in the site’s time zone, also when the clocks change', () => {
	inZone( 'Europe/Kyiv' );
	expect( dayStart( '2026-11-29', 0 ) ).toBe( '2026-11-28T22:00:00.000Z' );
	// Daylight saving ends on this day, which has 25 hours.
	expect( dayStart( '2026-10-25', 0 ) ).toBe( '2026-10-24T21:00:00.000Z' );
	expect( dayStart( '2026-10-25', 1 ) ).toBe( '2026-10-25T22:00:00.000Z' );
	expect( dayStart( '', 0 ) ).toBe( '' );
} );
