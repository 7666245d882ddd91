/**
 * Tests numbers that cannot be stored, or make no sense: that row fails with a reason, and its number is
 * never used.
 */
import { literal } from '../../support/keycrm-server';
import type { OfferSeed } from '../../support/keycrm-server';
import {
	OFFERS,
	openBadInput,
	reasons,
	SOLD,
	startAfresh,
} from '../support/faults/bad-input';
import { save, stockBySku, sync } from '../support/session';
import type { Session } from '../support/session';

let session: Session;

beforeAll( async () => {
	session = await openBadInput();
	await save( session.shop, { guard: { min_products: 1000 } } );
} );
afterAll( () => session.stop() );
beforeEach( () => startAfresh( session ) );

/** Makes KeyCRM serve the first offer so, and the others as usual. */
function serve( odd: Partial< OfferSeed > ): void {
	const [ first, ...others ] = OFFERS;
	session.keycrm.world.reset();
	session.keycrm.world.seed( {
		offers: [ { ...first, ...odd }, ...others ],
	} );
}

const stock = async () => ( await stockBySku( session.shop ) ).get( 'P-0' );

const inWarehouse = ( quantity: unknown, reserve: unknown ) => ( {
	served: {
		warehouse: [
			{
				id: 1,
				name: 'One',
				quantity: literalOf( quantity ),
				reserve: literalOf( reserve ),
			},
		],
	},
} );

const literalOf = ( value: unknown ) => literal( String( value ) );

const BELOW_ZERO = /reserve below 0/;
const NOT_EXACT = /too large or has too many decimals/;

const UNUSABLE: [ string, Partial< OfferSeed >, RegExp ][] = [
	[ 'a reserve below 0', { served: { reserve: -3 } }, BELOW_ZERO ],
	[ 'such a reserve in text', { served: { reserve: '-0.5' } }, BELOW_ZERO ],
	[ 'such a reserve in a warehouse', inWarehouse( 7, -1 ), BELOW_ZERO ],
	[ '10^14', { served: { quantity: 1e14 } }, NOT_EXACT ],
	[ '−10^14', { served: { quantity: -1e14 } }, NOT_EXACT ],
	[ '10^14 in text', { served: { quantity: '100000000000000' } }, NOT_EXACT ],
	[ '10^30', { served: { quantity: literal( '1e30' ) } }, NOT_EXACT ],
	[ 'a reserve of 10^14', { served: { reserve: 1e14 } }, NOT_EXACT ],
	[ '10^14 in a warehouse', inWarehouse( 1e14, 0 ), NOT_EXACT ],
	[ 'seven decimals', { served: { quantity: '7.1234567' } }, NOT_EXACT ],
	[
		'more digits than a number has',
		{ served: { quantity: '12345678901.123456' } },
		NOT_EXACT,
	],
];

it.each( UNUSABLE )(
	'%s: the product keeps its number',
	async ( _, odd, says ) => {
		serve( odd );
		const run = await sync( session.shop );
		expect( run.status ).toBe( 'succeeded' );
		expect( run.counts ).toMatchObject( { failed: 1, updated: SOLD - 1 } );
		expect( await stock() ).toBe( 1 );
		expect( await reasons( session, run.id, 'failed' ) ).toEqual( [
			expect.stringMatching( says ),
		] );
	}
);

it.each( [
	[ 'six decimals', '7.123456', 7 ],
	[ 'the noise of binary fractions', literal( '7.6000000000000005' ), 7 ],
	[ 'noise just below a whole number', literal( '6.9999999999999996' ), 7 ],
	[ 'the largest that fits', 99_999_999_999_999, 99_999_999_999_999 ],
	[ 'a fraction of a large number', '99999999.5', 99_999_999 ],
] )( 'accepts %s', async ( _, quantity, expected ) => {
	serve( { served: { quantity } } );
	const run = await sync( session.shop );
	expect( run.counts.failed ).toBe( 0 );
	expect( await stock() ).toBe( expected );
} );

it( 'treats a reserve of −0 as none', async () => {
	serve( { served: { reserve: literal( '-0' ) } } );
	expect( ( await sync( session.shop ) ).counts.failed ).toBe( 0 );
	expect( await stock() ).toBe( 7 );
} );
