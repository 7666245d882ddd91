/**
 * Tests with random catalogues, settings and orders that a preview applied at once changes exactly what it
 * listed.
 */
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { phpFile } from '../support/php-file';
import { changeListSchema, runSchema } from '../../src-admin/contract';
import type { Change, Run } from '../../src-admin/contract';
import { bulkFill } from '../support/fill/bulk-fill';
import {
	anySettings,
	anyShop,
	offersIn,
	productsIn,
} from './support/shops/any-shop';
import type { AnyShop } from './support/shops/any-shop';
import { call, drive, openSession, save, sync } from './support/session';
import type { Session } from './support/session';

/** Number of random shops; each takes seconds in php-wasm. */
const LIVES = process.env[ 'TEST_WORLD' ] === 'native' ? 25 : 5;

const EMPTIED = phpFile( __dirname, 'preview-promise-empty.php' );

const stateSchema = z.array(
	z.object( {
		id: z.int(),
		stock: z.nullable( z.number() ),
		/** Everything else that a sync must not change. */
		rest: z.string(),
	} )
);
type State = z.infer< typeof stateSchema >;

let session: Session;
beforeAll( async () => {
	session = await openSession( { offers: [] } );
	await save( session.shop, {
		guard: { max_zeroed_percent: 100, max_drop_percent: 100 },
	} );
} );
afterAll( () => session.stop() );

const everywhere = [ 1, 2, 3 ].map( ( warehouse_id ) => ( {
	warehouse_id,
	quantity: 1,
} ) );

async function lives( shop: AnyShop ): Promise< void > {
	await session.shop.php( EMPTIED );
	session.keycrm.world.reset();
	session.keycrm.world.seed( {
		warehouses: [ 1, 2, 3 ].map( ( id ) => ( { id, name: `W${ id }` } ) ),
		// A chosen warehouse without any stock would stop the run.
		offers: [
			...offersIn( shop ),
			{ sku: 'NOT-SOLD-HERE', stock: everywhere },
		],
	} );
	const rows = productsIn( shop );
	const ids = await bulkFill(
		session.shop,
		rows.map( ( [ product ] ) => product )
	);
	const extras = rows.map( ( [ , extra ], at ) => ( {
		...extra,
		id: ids[ at ],
	} ) );
	await session.shop.php(
		phpFile( __dirname, 'preview-promise-extras.php', { extras } )
	);
}

async function state(): Promise< State > {
	return stateSchema.parse(
		await session.shop.php(
			phpFile( __dirname, 'preview-promise-state.php' )
		)
	);
}

async function listed( run: Run ): Promise< Change[] > {
	const items: Change[] = [];
	for ( let page = 1; ; page++ ) {
		const list = changeListSchema.parse(
			await call(
				session.shop,
				'GET',
				`/runs/${ run.id }/changes?per_page=100&page=${ page }`
			)
		);
		items.push( ...list.items );
		if ( items.length >= list.total ) {
			return items;
		}
	}
}

const summaryOf = ( changes: readonly Change[] ) =>
	changes
		.map( ( { product_id, before, after, outcome, parts } ) => ( {
			product_id,
			before,
			after,
			outcome,
			parts,
		} ) )
		.sort( ( one, other ) => one.product_id - other.product_id );

async function applied( preview: Run ): Promise< Run > {
	const act = async ( action: string ) =>
		drive(
			session.shop,
			runSchema.parse(
				await call(
					session.shop,
					'POST',
					`/runs/${ preview.id }/${ action }`
				)
			)
		);
	const run = await act( 'apply' );
	return run.status === 'needs_confirmation' ? act( 'confirm' ) : run;
}

it( `applies exactly the previewed changes in ${ LIVES } random shops`, async () => {
	let changed = 0;
	await fc.assert(
		fc.asyncProperty( anyShop, anySettings, async ( shop, settings ) => {
			await lives( shop );
			await save( session.shop, settings );
			const before = await state();
			const preview = await sync( session.shop, 'preview' );
			expect( preview ).toMatchObject( {
				status: 'succeeded',
				error: null,
			} );
			const promised = summaryOf( await listed( preview ) );
			expect( await state() ).toEqual( before );

			const run = await applied( preview );
			expect( run ).toMatchObject( {
				status: 'succeeded',
				counts: preview.counts,
			} );
			const numbers = new Map(
				promised
					.filter( ( { outcome } ) => outcome === 'updated' )
					.map( ( { product_id, after } ) => [ product_id, after ] )
			);
			changed += numbers.size;
			expect( await state() ).toEqual(
				before.map( ( product ) => ( {
					...product,
					stock: numbers.get( product.id ) ?? product.stock,
				} ) )
			);
			expect( summaryOf( await listed( run ) ) ).toEqual( promised );
			expect( ( await sync( session.shop ) ).counts ).toEqual( {
				...preview.counts,
				updated: 0,
				unchanged: preview.counts.unchanged + preview.counts.updated,
			} );
		} ),
		{ numRuns: LIVES, seed: 20_261_122, endOnFailure: true }
	);
	// If no shop changed, the test would prove nothing.
	expect( changed ).toBeGreaterThan( LIVES );
} );
