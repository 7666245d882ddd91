/** A shop and a KeyCRM with far more than a person looks through: the lists come quickly all the same. */
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import {
	mismatchGroupSchema,
	mismatchListSchema,
} from '../../../src-admin/contract';
import type { MismatchGroup } from '../../../src-admin/contract';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';

/** Under wasm the same questions over fewer rows, without a clock. */
const NATIVE = process.env[ 'TEST_WORLD' ] === 'native';
const LEVELS = NATIVE ? 100_000 : 2_000;
const LOST = LEVELS / 5;
const NEAR = LEVELS / 40;
/** Milliseconds: no measure of speed (0.3 s on an idle machine), but a question that goes through all rows for each row takes minutes. */
const MOST_MS = 10_000;

let shop: Shop;

/**
 * A run that found a fifth of the products lost, some of them nearly; four fifths of the levels have no
 * product.
 */
beforeAll( async () => {
	shop = await openShop();
	const failed = await shop.php(
		phpFile( __dirname, 'mismatches-size-fill.php', {
			levels: LEVELS,
			near: NEAR,
			lost: LOST,
		} )
	);
	expect( failed ).toBe( '' );
} );
afterAll( () => shop.stop() );

const answerSchema = z.object( { ms: z.number(), data: z.unknown() } );

/** The best of some tries: other programs share this machine. */
async function ask( path: string, query: Record< string, unknown > ) {
	const { ms, data } = answerSchema.parse(
		await shop.php(
			phpFile( __dirname, 'mismatches-size-time.php', { path, query } )
		)
	);
	console.log(
		`${ path } ${ JSON.stringify( query ) }: ${ ms.toFixed( 0 ) } ms`
	);
	return { ms, data };
}

it( 'counts all groups', async () => {
	const { ms, data } = await ask( '/unmatched/groups', {} );
	const counts: Partial< Record< MismatchGroup, number > > = {
		near_miss: NEAR,
		not_in_keycrm: LOST - NEAR,
		only_in_keycrm: ( LEVELS - NEAR ) * 0.8,
	};
	expect( data ).toMatchObject( {
		groups: mismatchGroupSchema.options.map( ( group ) => ( {
			group,
			count: counts[ group ] ?? 0,
		} ) ),
	} );
	expect( ms ).toBeLessThanOrEqual( MOST_MS );
} );

it.each( [
	[ 'near_miss', 1 ],
	[ 'not_in_keycrm', 1 ],
	[ 'only_in_keycrm', 1 ],
	[ 'only_in_keycrm', LEVELS / 125 ],
] )( 'gives %s, page %i', async ( group, page ) => {
	const { ms, data } = await ask( '/unmatched', {
		group,
		page,
		per_page: 50,
	} );
	expect( mismatchListSchema.parse( data ).items ).toHaveLength( 50 );
	// The last pages of a list that nobody reads to its end are only shown.
	if ( 1 === page ) {
		expect( ms ).toBeLessThanOrEqual( MOST_MS );
	}
} );

it( 'needs no more memory for a file of all of it than for one of a few', async () => {
	const peaks = z
		.array( z.tuple( [ z.number(), z.number() ] ) )
		.parse(
			await shop.php( phpFile( __dirname, 'mismatches-size-memory.php' ) )
		);
	console.log( peaks );
	expect( peaks.map( ( [ rows ] ) => rows ) ).toEqual( [
		NEAR + 1,
		LOST - NEAR + 1,
	] );
	const [ few = 0, all = 0 ] = peaks.map( ( [ , bytes ] ) => bytes );
	expect( all ).toBeLessThan( few + 1_000_000 );
} );
