/** Tests that the simulation and PHP give the same answers, also for questions recorded from the simulation. */
import * as fc from 'fast-check';
import { takenFor } from '../../support/open-order-cases/lines';
import type { SeenLine } from '../../support/open-order-cases/lines';
import { lineState, Notes } from '../../support/open-order-cases/notes';
import type { CrmOrder, LineState } from '../../support/open-order-cases/notes';
import { held } from '../../support/open-order-cases/numbers';
import type { Question } from '../../support/open-order-cases/numbers';
import { scenarios } from '../../support/simulation/scenario';
import { withPlugin } from '../../support/simulation/simulate';
import {
	answersInPhp,
	HELD,
	LINE,
	NOTES,
	sample,
} from '../support/orders/holding';
import { openOrdersSession } from '../support/orders/orders-session';
import type { OrdersSession } from '../support/orders/orders-session';

let session: OrdersSession;

beforeAll( async () => {
	session = await openOrdersSession( true );
} );
afterAll( () => session.stop() );

const inPhp = ( decide: string, cases: readonly unknown[] ) =>
	answersInPhp( session, decide, cases );

const times = fc.integer( { min: 1, max: 9 } );
const pieces = fc.integer( { min: 0, max: 4 } );

it( 'decides which state a text means', async () => {
	const cases = [ null, '', 'reserved', ' Reserved ', 'fulfilled' ]
		.concat( [
			'reverted',
			'Returned',
			'return',
			'something',
			'unreserved',
		] )
		.flatMap( ( text ) =>
			[ null, 1, 5, 6 ].flatMap( ( group ) =>
				[ true, false ].map( ( is_closed ) => ( {
					text,
					group,
					is_closed,
				} ) )
			)
		);
	expect(
		await inPhp(
			`$decide = static fn ( array $case ): string => KeyCrmStock\\KeyCrm\\Order\\LineStatusParser::state( $case['text'], $case['group'], $case['is_closed'] )->value;`,
			cases
		)
	).toEqual(
		cases.map( ( { text, group, is_closed } ) =>
			lineState( text, group, is_closed )
		)
	);
} );

it( 'decides what is known after answers in any order', async () => {
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

it( 'decides how many pieces are held, for every question of the simulation', async () => {
	const asked = new Map< string, Question >();
	for ( const scenario of sample( scenarios, 150 ) ) {
		withPlugin( scenario, {
			onQuestion: ( question ) =>
				question.notes.length > 0 &&
				asked.set( JSON.stringify( question ), question ),
		} );
	}
	const questions = [ ...asked.values() ].slice( 0, 3000 );
	expect( questions.length ).toBeGreaterThan( 500 );
	expect( await inPhp( HELD, questions ) ).toEqual( questions.map( held ) );
} );

it( 'decides which lines of the shop hold pieces', async () => {
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
