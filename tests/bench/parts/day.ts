/** A day of a large shop: reads of KeyCRM's orders every five minutes, compared with full reads as often. */
import { STATUS } from '../../support/keycrm-server';
import { Random } from '../../support/keycrm-server/random';
import { stockBySku } from '../../wordpress/support/session';
import type { Session } from '../../wordpress/support/session';
import { ageWholeRead } from '../../wordpress/support/shops/small-shop';
import { driven, openBenchShop } from '../bench-shop';
import { fixed, tell } from '../report';
import type { Row } from '../report';
import { offers, products } from './sync';

const COUNT = 10_000;
const SALES = 300;
const EVERY_MS = 5 * 60_000;
const LOOKS = ( 24 * 60 * 60_000 ) / EVERY_MS;
const FULL_READ = COUNT / 50;
const SEED = 20_261_130;

interface Sale {
	readonly sku: string;
	/** Times by KeyCRM's clock. */
	readonly at: number;
	shelf: number | null;
}

/** Free pieces of an SKU in KeyCRM. */
function free( { keycrm }: Session, sku: string ): number {
	const { catalogue, stock } = keycrm.world;
	return catalogue.offersOfSku( sku ).reduce( ( sum, offer ) => {
		const { quantity, reserve } = stock.totals( offer );
		return sum + quantity - reserve;
	}, 0 );
}

/** Sales of one interval, each at its own time; every fifth is cancelled later. */
function sell( session: Session, random: Random, count: number ): Sale[] {
	const { clock, world } = session.keycrm;
	const from = clock.now();
	const times = Array.from( { length: count }, () =>
		random.below( EVERY_MS )
	);
	const sales = times
		.sort( ( one, other ) => one - other )
		.map( ( time ) => {
			clock.set( from + time );
			const sku = `B-${ random.below( COUNT ) }`;
			world.orders.create( {
				source_id: 1 + random.below( 2 ),
				status_id: STATUS.agreed,
				products: [ { sku, quantity: 1 } ],
			} );
			return { sku, at: clock.now(), shelf: null };
		} );
	clock.set( from + EVERY_MS );
	return sales;
}

/** For each sale that the shop shows by now, records how long that took. */
async function note(
	session: Session,
	sales: readonly Sale[]
): Promise< void > {
	const open = sales.filter( ( { shelf } ) => shelf === null );
	if ( open.length === 0 ) {
		return;
	}
	const stock = await stockBySku( session.shop );
	for ( const sale of open ) {
		if ( stock.get( sale.sku ) === free( session, sale.sku ) ) {
			sale.shelf = session.keycrm.clock.now() - sale.at;
		}
	}
}

async function wrong( session: Session ): Promise< number > {
	const stock = await stockBySku( session.shop );
	return [ ...stock ].filter(
		( [ sku, number ] ) => number !== free( session, sku )
	).length;
}

export async function dayPart(): Promise< Row[] > {
	const random = new Random( SEED );
	const session = await openBenchShop(
		{ offers: offers( COUNT ) },
		products( COUNT )
	);
	try {
		const { clock, log } = session.keycrm;
		await driven( session.shop, 'sync' );
		// Because the shop's clock cannot be moved, KeyCRM's day is the one that ends now.
		await ageWholeRead( session, 24 );
		clock.advance( -24 * 60 * 60_000 );
		log.clear();
		const sales: Sale[] = [];
		for ( let look = 0; look < LOOKS; look++ ) {
			const due =
				Math.round( ( ( look + 1 ) * SALES ) / LOOKS ) - sales.length;
			sales.push( ...sell( session, random, due ) );
			await session.shop.php(
				'KeyCrmStock\\plugin()->look_at_orders(); return true;'
			);
			await note( session, sales );
			if ( look % 48 === 0 ) {
				tell(
					`look ${ look } of ${ LOOKS }, ${
						log.entries().length
					} requests`
				);
			}
		}
		const requests = log.entries().length;
		const late = sales
			.map( ( { shelf } ) => shelf ?? Infinity )
			.sort( ( one, other ) => one - other );
		const p95 = late[ Math.floor( late.length * 0.95 ) ] ?? Infinity;
		await driven( session.shop, 'sync' );
		const left = await wrong( session );
		const most = ( FULL_READ * LOOKS ) / 20;
		return [
			{
				part: `a day, ${ fixed( COUNT, 0 ) } offers, ${ SALES } sales`,
				values: {
					requests: fixed( requests, 0 ),
					'by full reads': fixed( FULL_READ * LOOKS, 0 ),
					'p95 to shelf s': fixed( p95 / 1000, 0 ),
					'slowest s': fixed(
						( late.at( -1 ) ?? Infinity ) / 1000,
						0
					),
					'wrong at the end': fixed( left, 0 ),
				},
				must: `${ fixed(
					most,
					0
				) } requests, p95 one interval, none wrong`,
				reached: requests <= most && p95 <= EVERY_MS && left === 0,
			},
		];
	} finally {
		await session.stop();
	}
}
