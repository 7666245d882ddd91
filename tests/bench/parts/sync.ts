/** (a), (b), (c) for each of the sizes of (e): whole runs, phase by phase, with as many products as offers. */
import type { BulkProduct } from '../../support/fill/bulk-fill';
import type { OfferSeed } from '../../support/keycrm-server';
import type { Session } from '../../wordpress/support/session';
import { driven, emptyPeak, openBenchShop, peak, sum } from '../bench-shop';
import type { Driven } from '../bench-shop';
import { fixed, tell } from '../report';
import type { Row } from '../report';

/** Phases before the shop's products are looked at. */
export const READING = [ 'orders', 'read', 'gone', 'recheck' ];

const MEBIBYTE = 1024 * 1024;
const MOST_MEMORY = 24;
const MOST_QUERIES_UNCHANGED = 0.1;

const sku = ( place: number ) => `B-${ place }`;

export function offers( count: number ): OfferSeed[] {
	return Array.from( { length: count }, ( _, place ) => ( {
		sku: sku( place ),
		quantity: 20 + ( place % 30 ),
	} ) );
}

export function products( count: number ): BulkProduct[] {
	return Array.from( { length: count }, ( _, place ) => ( {
		sku: sku( place ),
		name: `Product ${ place }`,
		price: 10,
		stock: 1,
		type: 'simple',
		parent: -1,
	} ) );
}

function changeOnePercent( { keycrm }: Session, count: number ): void {
	const { world } = keycrm;
	for ( let place = 0; place < count; place += 100 ) {
		for ( const offer of world.catalogue.offersOfSku( sku( place ) ) ) {
			world.stock.set( offer, 1, 77, 'manual' );
		}
	}
}

function row(
	part: string,
	count: number,
	result: Driven,
	empty: number,
	unchanged = false
): Row {
	const queries =
		sum( result, [ 'plan', 'guard', 'write', 'done' ], 'queries' ) / count;
	const memory = ( peak( result ) - empty ) / MEBIBYTE;
	return {
		part: `${ part }, ${ fixed( count, 0 ) }`,
		values: {
			requests: fixed( result.run.requests, 0 ),
			updated: fixed( result.run.counts.updated, 0 ),
			'read s': fixed( sum( result, READING, 'ms' ) / 1000, 1 ),
			'plan s': fixed(
				sum( result, [ 'plan', 'guard' ], 'ms' ) / 1000,
				1
			),
			'write s': fixed(
				sum( result, [ 'write', 'done' ], 'ms' ) / 1000,
				1
			),
			'queries/product': fixed( queries, 3 ),
			'peak MiB': fixed( memory, 1 ),
		},
		must: `${ MOST_MEMORY } MiB${
			unchanged ? `, ${ MOST_QUERIES_UNCHANGED } queries` : ''
		}`,
		reached:
			memory <= MOST_MEMORY &&
			( ! unchanged || queries <= MOST_QUERIES_UNCHANGED ),
	};
}

async function measure( count: number ): Promise< Row[] > {
	tell( `filling a shop of ${ count } products` );
	const session = await openBenchShop(
		{ offers: offers( count ) },
		products( count )
	);
	try {
		const empty = await emptyPeak( session.shop );
		const all = await run( session, 'all changed', count );
		changeOnePercent( session, count );
		const some = await run( session, 'one percent changed', count / 100 );
		const none = await run( session, 'nothing changed', 0 );
		return [
			row( '(a) all changed', count, all, empty ),
			row( '(b) 1 % changed', count, some, empty ),
			row( '(c) nothing changed', count, none, empty, true ),
		];
	} finally {
		await session.stop();
	}
}

async function run(
	{ shop }: Session,
	words: string,
	changes: number
): Promise< Driven > {
	tell( `a run, ${ words }` );
	const result = await driven( shop, 'sync' );
	if (
		result.run.status !== 'succeeded' ||
		result.run.counts.updated !== changes
	) {
		throw new Error(
			`${ changes } changes were due: ${ JSON.stringify( result.run ) }`
		);
	}
	return result;
}

export async function syncPart( sizes: readonly number[] ): Promise< Row[] > {
	const rows: Row[] = [];
	for ( const size of sizes ) {
		rows.push( ...( await measure( size ) ) );
	}
	return rows;
}
