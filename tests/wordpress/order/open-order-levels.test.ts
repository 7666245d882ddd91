/** Tests that the simulation decides about levels as PHP does; see holding.test.ts. */
import * as fc from 'fast-check';
import {
	available,
	isNewer,
	newerLevel,
	target,
} from '../../support/open-order-cases/numbers';
import type { Level } from '../../support/open-order-cases/numbers';
import {
	answersInPhp,
	NEWEST,
	TARGET,
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
const level: fc.Arbitrary< Level > = fc.record( {
	quantity: pieces,
	reserve: pieces,
	read_at: times,
	stored_at: times,
} );

it( 'decides which level is the newest', async () => {
	// An answer never comes before its request.
	const answered = level.map( ( one ) => ( {
		...one,
		stored_at: one.stored_at + 9,
	} ) );
	const cases = sample(
		fc.array( answered, { minLength: 1, maxLength: 5 } )
	);
	const here = cases.map( ( levels ) => {
		const [ first, ...others ] = levels;
		const last = others.reduce< Level | undefined >( newerLevel, first );
		return [
			last?.quantity,
			last?.reserve,
			last?.read_at,
			last?.stored_at,
		];
	} );
	expect( await inPhp( NEWEST, cases ) ).toEqual( here );
} );

it( 'decides which number a product gets', async () => {
	const cases = sample(
		fc.record( {
			level,
			look: fc.record( { began: times } ),
			taken: pieces,
			counted: pieces,
			present: fc.integer( { min: -2, max: 5 } ),
			rules: fc.record( {
				subtract_reserve: fc.constant( true ),
				allow_negative: fc.boolean(),
			} ),
		} )
	);
	const there = await inPhp( TARGET, cases );
	const numbers = Array.isArray( there ) ? there : [];
	const here = cases.map( ( one ) => {
		const { level: read, look, taken, counted, present, rules } = one;
		const open = Math.max( 0, taken - counted );
		const wanted = available( read, open, rules );
		return taken === 0
			? wanted
			: target( wanted, isNewer( look, read ), open === taken, present );
	} );
	expect(
		numbers.map( ( number, place ) => number ?? cases[ place ]?.present )
	).toEqual( here );
	// The cases include a number that stays, and one that rises although no order check is newer.
	expect( numbers ).toContain( null );
	expect(
		cases.some(
			( { level: read, look, taken, counted, present }, place ) =>
				! isNewer( look, read ) &&
				taken > 0 &&
				counted === 0 &&
				( here[ place ] ?? 0 ) > present
		)
	).toBe( true );
} );
