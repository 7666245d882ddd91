/** How many more requests a sync takes for products that KeyCRM's stock list omits because they are sold out. */
import type { Driven } from '../bench-shop';
import { driven, openBenchShop } from '../bench-shop';
import { fixed, tell } from '../report';
import type { Row } from '../report';
import { offers, products } from './sync';

const COUNT = 10_000;
const SOLD_OUT = 100;
/** 50 a request, with two of them to prove that the answer is one. */
const MOST_REQUESTS = Math.ceil( SOLD_OUT / 48 );

interface Cost {
	readonly run: Driven[ 'run' ];
	/** Requests to GET /offers, which nothing else asks. */
	readonly looks: number;
}

/** The sync after some products have been sold out in KeyCRM. */
async function soldOut(
	zeros_in_stocks: 'listed' | 'left_out'
): Promise< Cost > {
	tell( `${ SOLD_OUT } of ${ COUNT } sold out, ${ zeros_in_stocks }` );
	const session = await openBenchShop(
		{ offers: offers( COUNT ) },
		products( COUNT )
	);
	try {
		const { log, world } = session.keycrm;
		world.behave( { zeros_in_stocks } );
		await driven( session.shop, 'sync' );
		for ( let place = 0; place < SOLD_OUT; place++ ) {
			for ( const offer of world.catalogue.offersOfSku(
				`B-${ place * ( COUNT / SOLD_OUT ) }`
			) ) {
				world.stock.set( offer, 1, 0, 'manual' );
			}
		}
		log.clear();
		const { run } = await driven( session.shop, 'sync' );
		return { run, looks: log.of( 'GET /offers' ).length };
	} finally {
		await session.stop();
	}
}

function row( words: string, { run, looks }: Cost, most: number ): Row {
	return {
		part: `${ SOLD_OUT } of ${ fixed( COUNT, 0 ) } sold out, ${ words }`,
		values: {
			requests: fixed( run.requests, 0 ),
			'second look': fixed( looks, 0 ),
			'set to 0': fixed( run.counts.updated, 0 ),
		},
		must: `${ most } requests`,
		reached: SOLD_OUT === run.counts.updated && looks <= most,
	};
}

export async function secondLookPart(): Promise< Row[] > {
	return [
		row( 'listed', await soldOut( 'listed' ), 0 ),
		row( 'left out', await soldOut( 'left_out' ), MOST_REQUESTS ),
	];
}
