/** Measures the cost of a message while KeyCRM waits for the answer, and tests what the screen shows of it. */
import { z } from 'zod';
import { openSession, sync } from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';
import { sendBodies } from '../support/webhook-bodies/php';
import {
	aboutOrder,
	aboutStock,
	NO_WAKE_UP,
	COUNT_STATEMENTS,
	ours,
	post,
	stateOf,
	webhook,
	webhookPath,
} from '../support/webhooks';

let session: Session;
let path: string;

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( 20 ) },
		{
			constants: { SAVEQUERIES: true },
			mu: { counter: COUNT_STATEMENTS, asleep: NO_WAKE_UP },
		}
	);
	await sell( session, [ 'Q-0', 'Q-1' ] );
	await sync( session.shop );
	path = await webhookPath( session.shop );
} );
afterAll( () => session.stop() );

const send = ( body: string ) => post( session.shop, path, body );

describe( 'the cost of a message', () => {
	it.each( [
		[ 1, 1 ],
		[ 19, 1 ],
		[ 900, 1 ],
		[ 10_000, 10 ],
	] )(
		'%d items: %d statements, and the record of the message',
		async ( items, marks ) => {
			const answer = await send(
				aboutStock(
					...Array.from( { length: items }, ( _, n ) => n + 1 )
				)
			);
			expect( answer.status ).toBe( 200 );
			const writes = ours( answer.headers ).filter( ( text ) =>
				text.startsWith( 'INSERT' )
			);
			expect( writes ).toHaveLength( marks + 1 );
			expect(
				writes.filter( ( text ) => text.includes( '_dirty' ) )
			).toHaveLength( marks );
		}
	);
} );

it( '10,000 random messages cause no 5xx and no notice, and write only marks', async () => {
	const { shop } = session;
	// php-wasm is slow, so it gets fewer.
	const count = shop.world.kind === 'native' ? 10_000 : 300;
	const before = await stateOf( shop );
	const asked = session.keycrm.log.entries().length;
	const { wrong, statuses } = z
		.object( {
			wrong: z.array( z.unknown() ),
			statuses: z.record( z.string(), z.int() ),
		} )
		.parse(
			await shop.php(
				sendBodies( {
					seed: 20_261_131,
					count,
					route: path.replace( '/wp-json', '' ),
				} )
			)
		);
	expect( wrong ).toEqual( [] );
	expect( Object.keys( statuses ) ).toEqual(
		expect.arrayContaining( [ '200', '400' ] )
	);
	expect( await stateOf( shop ) ).toEqual( before );
	expect( session.keycrm.log.entries() ).toHaveLength( asked );
} );

describe( 'the last messages', () => {
	it( 'are listed by kind, the newest first, with the offers that the shop sells', async () => {
		const { shop } = session;
		await shop.sql(
			"DELETE FROM wp_options WHERE option_name LIKE 'keycrm_stock_webhook_last%'"
		);
		expect( ( await webhook( shop ) ).received ).toEqual( [] );
		const sold = z
			.array( z.object( { offer_id: z.coerce.number() } ) )
			.parse(
				await shop.sql(
					'SELECT offer_id FROM wp_keycrm_stock_levels WHERE product_id > 0'
				)
			)
			.map( ( { offer_id } ) => offer_id );
		expect( sold ).toHaveLength( 2 );
		await send( aboutStock( ...sold, 4242 ) );
		await send( aboutOrder( 7 ) );
		await send( '[]' );
		expect( ( await webhook( shop ) ).received ).toMatchObject( [
			{
				kind: 'nothing',
				text: 'a message about neither stock nor an order',
			},
			{ kind: 'order', text: 'a change of an order' },
			{
				kind: 'stock',
				text: 'stock of 3 product variants, 2 of them in this shop',
			},
		] );
		await send( '[{"sku":"Q-1"},{"sku":"q-1"},{"sku":"’\\\\"}]' );
		expect( ( await webhook( shop ) ).received ).toMatchObject( [
			{ text: 'stock of 3 product variants, 1 of them in this shop' },
			{},
			{},
		] );
		await send(
			aboutStock( ...Array.from( { length: 1001 }, ( _, n ) => n + 1 ) )
		);
		expect( ( await webhook( shop ) ).received[ 0 ]?.text ).toBe(
			'stock of 1,001 product variants'
		);
	} );
} );
