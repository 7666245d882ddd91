/** The simulation's decisions are PHP's: both answer the same questions, those of the simulation among them. */
import * as fc from 'fast-check';
import { takenFor } from '../support/holding/lines';
import type { SeenLine } from '../support/holding/lines';
import { lineState, Notes } from '../support/holding/notes';
import type { CrmOrder, LineState } from '../support/holding/notes';
import {
	available,
	held,
	newerLevel,
	target,
} from '../support/holding/numbers';
import type { Level, Question } from '../support/holding/numbers';
import { phpValue } from '../support/php-value';
import { scenarios } from '../support/simulation/scenario';
import { withPlugin } from '../support/simulation/simulate';
import { HELD, LINE, NEWEST, NOTES, TARGET } from './support/holding';
import { openOrdersSession } from './support/orders-session';
import type { OrdersSession } from './support/orders-session';

const SEED = 20_260_801;

let session: OrdersSession;

beforeAll( async () => {
	session = await openOrdersSession( true );
} );
afterAll( () => session.stop() );

/** PHP's answer to each case. */
function inPhp( decide: string, cases: readonly unknown[] ) {
	return session.shop.php( `
		$product = ${ session.goods.cap };
		${ decide }
		$answers = array();
		foreach ( ${ phpValue( cases ) } as $place => $case ) {
			$answers[] = $decide( $case, 1000 + $place );
		}
		return $answers;` );
}

const sample = < T >( cases: fc.Arbitrary< T >, count = 500 ): T[] =>
	fc.sample( cases, { seed: SEED, numRuns: count } );

const times = fc.integer( { min: 1, max: 9 } );
const pieces = fc.integer( { min: 0, max: 4 } );

it( 'which state a text stands for', async () => {
	const cases = [ null, '', 'reserved', ' Reserved ', 'fulfilled' ]
		.concat( [
			'reverted',
			'Returned',
			'return',
			'something',
			'unreserved',
		] )
		.flatMap( ( text ) =>
			[ null, 1, 5, 6 ].map( ( group ) => ( { text, group } ) )
		);
	expect(
		await inPhp(
			`$decide = static fn ( array $case ): string => KeyCrmStock\\KeyCrm\\LineStatus::state( $case['text'], $case['group'] )->value;`,
			cases
		)
	).toEqual( cases.map( ( { text, group } ) => lineState( text, group ) ) );
} );

it( 'what is known after answers in any order', async () => {
	const line = fc.record( {
		sku: fc.constantFrom( 'A', 'B' ),
		quantity: pieces,
		state: fc.constantFrom< LineState >(
			'open',
			'reserved',
			'taken',
			'cancelled'
		),
	} );
	const answer = fc.record( {
		sent: times,
		order_id: fc.constantFrom( 1, 2, 3 ),
		crm: fc.constantFrom( 1, 2 ),
		updated_at: times,
		lines: fc.array( line, { maxLength: 3 } ),
	} );
	const cases = sample( fc.array( answer, { maxLength: 6 } ), 300 ).map(
		( answers ) =>
			answers.map( ( { sent, order_id, crm, updated_at, lines } ) => ( {
				sent,
				received: sent + 2,
				orders: [
					{
						id: crm,
						order_id,
						updated_at,
						lines: lines.map( ( one, place ) => ( {
							...one,
							id: crm * 10 + place,
						} ) ),
					},
				] satisfies CrmOrder[],
			} ) )
	);
	const here = cases.map( ( answers ) => {
		const notes = new Notes();
		answers.forEach( ( { orders, sent, received } ) =>
			notes.store( orders, sent, received )
		);
		return [ 1, 2, 3 ].flatMap( ( id ) =>
			notes
				.of( id )
				.map( ( note ) => [
					note.order_id,
					note.sku,
					note.quantity,
					note.state,
					note.counted_at,
					note.taken_at,
				] )
		);
	} );
	expect( await inPhp( NOTES, cases ) ).toEqual( here );
} );

it( 'how many pieces are held: whatever the simulation asks', async () => {
	const asked = new Map< string, Question >();
	for ( const scenario of sample( scenarios, 150 ) ) {
		withPlugin( scenario, {
			witness: ( question ) =>
				question.notes.length > 0 &&
				asked.set( JSON.stringify( question ), question ),
		} );
	}
	const questions = [ ...asked.values() ].slice( 0, 3000 );
	expect( questions.length ).toBeGreaterThan( 500 );
	expect( await inPhp( HELD, questions ) ).toEqual( questions.map( held ) );
} );

it( 'which lines of the shop hold pieces', async () => {
	const cases = ( [ 'pending', 'processing', 'cancelled' ] as const ).flatMap(
		( status ) =>
			[ true, false ].flatMap( ( reduced ) =>
				[ true, false ].flatMap( ( lately ) =>
					[ null, 0, 1, 3 ].map(
						( mark ): SeenLine => ( {
							status,
							reduced,
							lately,
							mark,
							ordered: 2,
						} )
					)
				)
			)
	);
	expect( await inPhp( LINE, cases ) ).toEqual( cases.map( takenFor ) );
} );

const level: fc.Arbitrary< Level > = fc.record( {
	quantity: pieces,
	reserve: pieces,
	read_at: times,
	read_by: fc.constantFrom( 0, 1, 2 ),
} );

it( 'which level is the newest', async () => {
	const cases = sample( fc.array( level, { minLength: 1, maxLength: 5 } ) );
	const here = cases.map( ( levels ) => {
		const [ first, ...others ] = levels;
		const last = others.reduce< Level | undefined >( newerLevel, first );
		return [ last?.quantity, last?.reserve, last?.read_at, last?.read_by ];
	} );
	expect( await inPhp( NEWEST, cases ) ).toEqual( here );
} );

it( 'which number a product shall have', async () => {
	const cases = sample(
		fc.record( {
			level,
			run: fc.constantFrom( 1, 2 ),
			present: fc.integer( { min: -2, max: 5 } ),
			rules: fc.record( {
				subtract_reserve: fc.boolean(),
				allow_negative: fc.boolean(),
			} ),
		} ),
		200
	);
	await session.shop.sql( 'DELETE FROM wp_keycrm_stock_levels' );
	const there = await inPhp( TARGET, cases );
	const numbers = Array.isArray( there ) ? there : [];
	expect(
		numbers.map( ( number, place ) => number ?? cases[ place ]?.present )
	).toEqual(
		cases.map( ( { level: read, run, present, rules } ) =>
			target( available( read, 0, rules ), present, read, run )
		)
	);
} );
