/** Tests the log of all written numbers, and its filters by run, product, time and direction. */
import {
	changeListSchema,
	productHistorySchema,
} from '../../../src-admin/contract';
import type { OfferSeed } from '../../support/keycrm-server';
import { bulkFill } from '../../support/fill/bulk-fill';
import { API, call, openSession, sync } from '../support/session';
import type { Session } from '../support/session';

const NAMES = [
	'Шапка зимова',
	'Scarf "Lana", wool',
	'=HYPERLINK("x")',
	'Mug',
];
const SKUS = [ 'CAP-1', 'scarf-2', '-3', 'mug' ];

const offers = ( numbers: number[] ): OfferSeed[] =>
	SKUS.slice( 0, 3 ).map( ( sku, place ) => ( {
		sku,
		quantity: numbers[ place ] ?? 0,
	} ) );

let session: Session;
let ids: number[];
const runs: number[] = [];

beforeAll( async () => {
	session = await openSession( { offers: [] } );
	ids = await bulkFill(
		session.shop,
		SKUS.map( ( sku, place ) => ( {
			sku,
			name: NAMES[ place ] ?? '',
			price: 1,
			stock: 10,
			type: 'simple' as const,
			parent: -1,
		} ) )
	);
	for ( const numbers of [
		[ 12, 8, 10 ],
		[ 12, 0, 11 ],
		[ 20, 5, 0 ],
	] ) {
		session.keycrm.world.reset();
		session.keycrm.world.seed( { offers: offers( numbers ) } );
		runs.push( ( await sync( session.shop ) ).id );
	}
} );
afterAll( () => session.stop() );

async function find( query: string, path = '/changes' ): Promise< string[] > {
	const { items, total } = changeListSchema.parse(
		await call( session.shop, 'GET', `${ path }?${ query }` )
	);
	expect( total ).toBe( items.length );
	return items.map(
		( { sku, before, after } ) => `${ sku } ${ before }→${ after }`
	);
}

it( 'holds every written number of every run, newest first, and nothing else', async () => {
	expect( await find( '' ) ).toEqual( [
		'-3 11→0',
		'scarf-2 0→5',
		'CAP-1 12→20',
		'-3 10→11',
		'scarf-2 8→0',
		'scarf-2 10→8',
		'CAP-1 10→12',
	] );
} );

it.each( [
	[ 'direction=up', 4 ],
	[ 'direction=down', 3 ],
	[ 'direction=to_zero', 2 ],
	[ 'outcome=updated', 7 ],
	[ 'outcome=not_in_keycrm', 0 ],
	[ 'search=cap', 2 ],
	[ `search=${ encodeURIComponent( 'зимова' ) }`, 2 ],
	[ 'search=LANA', 3 ],
	[ 'search=%25', 0 ],
	[ 'search=_', 0 ],
	[ 'from=2026-01-01T00:00:00Z&until=2126-01-01T00:00:00Z', 7 ],
	[ 'until=2026-01-01T00:00:00Z', 0 ],
	[ 'direction=to_zero&search=scarf', 1 ],
] )( '%s finds %i', async ( query, count ) => {
	expect( await find( query ) ).toHaveLength( count );
} );

it( 'sorts by the column that the person chooses', async () => {
	expect(
		await find( 'order_by=difference&order=asc&direction=down' )
	).toEqual( [ '-3 11→0', 'scarf-2 8→0', 'scarf-2 10→8' ] );
	expect( await find( 'order_by=sku&order=asc&direction=up' ) ).toEqual( [
		'-3 10→11',
		'CAP-1 10→12',
		'CAP-1 12→20',
		'scarf-2 0→5',
	] );
} );

it( 'filters by product and by run', async () => {
	expect( await find( `product=${ ids[ 1 ] }` ) ).toHaveLength( 3 );
	expect( await find( '', `/runs/${ runs[ 1 ] }/changes` ) ).toEqual( [
		'scarf-2 8→0',
		'-3 10→11',
	] );
} );

it( 'lists products that need attention for the newest run only', async () => {
	expect(
		await find( 'outcome=not_in_keycrm', `/runs/${ runs[ 2 ] }/changes` )
	).toEqual( [ 'mug 10→null' ] );
	expect(
		await find( 'outcome=not_in_keycrm', `/runs/${ runs[ 1 ] }/changes` )
	).toEqual( [] );
} );

it.each( [
	'direction=sideways',
	'order_by=parts',
	'from=yesterday',
	'per_page=101',
	'product=-1',
] )( 'refuses %s', async ( query ) => {
	const { status } = await session.shop.request(
		`${ API }/changes?${ query }`,
		{ as: 'shop_manager' }
	);
	expect( status ).toBe( 400 );
} );

it( 'sends a CSV file that a spreadsheet reads right and runs no formula from', async () => {
	const { text } = await session.shop.request(
		`${ API }/runs/${ runs[ 2 ] }/changes?format=csv`,
		{ as: 'shop_manager' }
	);
	expect( text ).toContain(
		',"Scarf ""Lana"", wool",scarf-2,0,5,5,updated,5,0,0,'
	);
	expect( text ).toContain( `,"'=HYPERLINK(""x"")",'-3,11,0,-11,updated,` );
} );

it( 'returns the history of a product’s number, and its present number', async () => {
	const history = productHistorySchema.parse(
		await call( session.shop, 'GET', `/products/${ ids[ 1 ] }/history` )
	);
	expect( history ).toMatchObject( {
		sku: 'scarf-2',
		in_shop: 5,
		in_keycrm: 5,
	} );
	expect(
		history.items.map( ( { before, after, in_keycrm } ) => [
			before,
			after,
			in_keycrm,
		] )
	).toEqual( [
		[ 10, 8, 8 ],
		[ 8, 0, 0 ],
		[ 0, 5, 5 ],
	] );
	const gone = await session.shop.request(
		`${ API }/products/999999/history`,
		{
			as: 'shop_manager',
		}
	);
	expect( gone.status ).toBe( 404 );
} );
