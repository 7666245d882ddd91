/** (d) The write phase alone against the loop that plugins use. */
import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import type { BulkProduct } from '../../support/fill/bulk-fill';
import type { OfferSeed } from '../../support/keycrm-server';
import type { Session } from '../../wordpress/support/session';
import { applied, driven, inProcess, openBenchShop, sum } from '../bench-shop';
import { fixed, median, tell } from '../report';
import type { Row } from '../report';

interface Case {
	readonly name: string;
	/** Every nth product sells out, or comes back, each time. */
	readonly flips_every: number;
	/** Variations of one parent; 0 for simple products. */
	readonly family: number;
	readonly must: number;
}

const CASES: readonly Case[] = [
	{ name: 'simple products', flips_every: 0, family: 0, must: 4 },
	{
		name: 'simple, 5 % flip their status',
		flips_every: 20,
		family: 0,
		must: 5,
	},
	{ name: 'variations, six a parent', flips_every: 0, family: 6, must: 0 },
];

/** The quickest of several rounds counts, for both ways: other load on the machine only adds time. */
const ROUNDS = 3;
const MOST_QUERIES = 8;

const sku = ( place: number ) => `B-${ place }`;

function products( count: number, family: number ): BulkProduct[] {
	const rows: BulkProduct[] = [];
	let parent = -1;
	for ( let place = 0; place < count; place++ ) {
		if ( family > 0 && place % family === 0 ) {
			parent = rows.length;
			rows.push( {
				sku: '',
				name: `Parent ${ place }`,
				price: 10,
				stock: null,
				type: 'variable',
				parent: -1,
			} );
		}
		rows.push( {
			sku: sku( place ),
			name: `Product ${ place }`,
			price: 10,
			stock: 50,
			type: family > 0 ? 'variation' : 'simple',
			parent,
		} );
	}
	return rows;
}

/** The quantity of each product after so many turns. Two turns in a row never give the same. */
function numbers( count: number, { flips_every }: Case, turn: number ) {
	return Array.from( { length: count }, ( _, place ) =>
		flips_every > 0 && place % flips_every === 0 && turn % 2 === 1
			? 0
			: 50 + turn * 3 + ( place % 7 )
	);
}

interface Cost {
	readonly ms: number;
	readonly queries: number;
}

async function naive( { shop }: Session, stock: number[] ): Promise< Cost > {
	return z.object( { ms: z.number(), queries: z.int() } ).parse(
		await inProcess(
			shop,
			phpFile( __dirname, '../php/write-naively.php', {
				numbers: Object.fromEntries(
					stock.map( ( number, place ) => [ sku( place ), number ] )
				),
			} )
		)
	);
}

async function ours( session: Session, stock: number[] ): Promise< Cost > {
	const { world } = session.keycrm;
	for ( const [ place, number ] of stock.entries() ) {
		for ( const offer of world.catalogue.offersOfSku( sku( place ) ) ) {
			world.stock.set( offer, 1, number, 'manual' );
		}
	}
	const preview = await driven( session.shop, 'preview' );
	const written = await applied( session.shop, preview.run.id );
	if ( written.run.counts.updated !== stock.length ) {
		throw new Error( JSON.stringify( written.run ) );
	}
	return {
		ms: sum( written, [ 'write', 'done' ], 'ms' ),
		queries: sum( written, [ 'write', 'done' ], 'queries' ),
	};
}

async function compare( count: number, which: Case ): Promise< Row > {
	const offers: OfferSeed[] = Array.from(
		{ length: count },
		( _, place ) => ( {
			sku: sku( place ),
			quantity: 50,
		} )
	);
	const session = await openBenchShop(
		{ offers },
		products( count, which.family )
	);
	const costs: { naive: Cost[]; ours: Cost[] } = { naive: [], ours: [] };
	let turn = 0;
	const next = () => numbers( count, which, ++turn );
	// Because the first save of a filled product adds rows that it lacks, one save comes before the measurement.
	await naive( session, next() );
	for ( let round = 0; round < ROUNDS; round++ ) {
		// The two ways take turns in going first, because the machine may become slower.
		if ( round % 2 === 0 ) {
			costs.naive.push( await naive( session, next() ) );
			costs.ours.push( await ours( session, next() ) );
		} else {
			costs.ours.push( await ours( session, next() ) );
			costs.naive.push( await naive( session, next() ) );
		}
	}
	await session.stop();
	const ms = ( list: Cost[] ) =>
		Math.min( ...list.map( ( one ) => one.ms ) ) / count;
	const queries = ( list: Cost[] ) =>
		median( list.map( ( one ) => one.queries ) ) / count;
	const ratio = ms( costs.naive ) / ms( costs.ours );
	return {
		part: `(d) ${ which.name }`,
		values: {
			'naive ms': fixed( ms( costs.naive ), 2 ),
			'our ms': fixed( ms( costs.ours ), 2 ),
			'times faster': fixed( ratio, 1 ),
			'naive queries': fixed( queries( costs.naive ), 1 ),
			'our queries': fixed( queries( costs.ours ), 2 ),
		},
		...( which.must > 0 && {
			reached:
				ratio >= which.must && queries( costs.ours ) <= MOST_QUERIES,
			must: `${ which.must } times, ${ MOST_QUERIES } queries`,
		} ),
	};
}

export async function writePart( count: number ): Promise< Row[] > {
	const rows: Row[] = [];
	for ( const which of CASES ) {
		tell( `writing ${ count } ${ which.name }, both ways` );
		rows.push( await compare( count, which ) );
	}
	return rows;
}
