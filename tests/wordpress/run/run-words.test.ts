/** Words of a run: its name in lists, how it stands, and the buttons with which a person decides. */
import * as z from 'zod/mini';
import { runSchema } from '../../../src-admin/contract';
import { age, call, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { inKeyCrm, openSmallShop } from '../support/shops/small-shop';

const SOLD = 12;
const lastSchema = z.tuple( [ z.object( { id: z.coerce.number() } ) ] );
let session: Session;

beforeAll( async () => {
	session = await openSmallShop( SOLD, SOLD );
} );
afterAll( () => session.stop() );

const words = async ( id: number ) =>
	runSchema.parse( await call( session.shop, 'GET', `/runs/${ id }` ) ).words;

it( 'names a preview, counts what is planned, and says when that is old or made with other settings', async () => {
	const preview = await sync( session.shop, 'preview' );
	expect( preview.words ).toEqual( {
		name: 'Preview',
		result: 'Finished',
		changed: '12 planned',
		apply: 'Apply to 12 products',
		confirm: 'Change 12 products all the same',
		discard: 'Keep current stock',
		wait: '',
		saving: '',
		age: '',
	} );
	await age( session.shop, preview );
	expect( ( await words( preview.id ) ).age ).toMatch(
		/^These quantities are more than 15 minutes old\..* asked again if more would be lost\.$/
	);
	await save( session.shop, { buffer: 1 } );
	expect( ( await words( preview.id ) ).age ).toMatch(
		/^Settings have changed since this preview was made/
	);
	await save( session.shop, { buffer: 0 } );
} );

it( 'says with its number what confirming a stopped sync does', async () => {
	const first = await sync( session.shop );
	expect( first.words ).toMatchObject( {
		name: 'Manual sync',
		result: 'Finished',
		changed: '12',
		age: '',
	} );
	for ( let place = 0; place < SOLD; place++ ) {
		inKeyCrm( session.keycrm, `Q-${ place }`, 0 );
	}
	const stopped = await sync( session.shop );
	expect( stopped.words ).toMatchObject( {
		result: 'Needs your decision',
		changed: '12 planned',
		confirm: 'Set 12 products to 0',
		discard: 'Keep current stock',
	} );
	await save( session.shop, { buffer: 1 } );
	expect( ( await words( stopped.id ) ).age ).toMatch(
		/^Settings have changed since this sync was paused/
	);
	await call( session.shop, 'DELETE', `/runs/${ stopped.id }` );
	expect( await words( stopped.id ) ).toMatchObject( {
		result: 'Cancelled',
		changed: '—',
		age: '',
	} );
} );

describe( 'a run as it stands in the table', () => {
	/** Writes these columns into the last run's row and reads its words. */
	async function rowWith( columns: Record< string, string > ) {
		const set = Object.entries( columns )
			.map( ( [ name, value ] ) => `\`${ name }\` = '${ value }'` )
			.join( ', ' );
		await session.shop.sql(
			`UPDATE wp_keycrm_stock_runs SET ${ set } ORDER BY id DESC LIMIT 1`
		);
		const [ { id } ] = lastSchema.parse(
			await session.shop.sql(
				'SELECT MAX(id) AS id FROM wp_keycrm_stock_runs'
			)
		);
		return words( id );
	}

	it.each( [
		[ 'sync', 'schedule', 'Automatic sync', 'Automatic sync to KeyCRM' ],
		[ 'sync', 'person', 'Manual sync', 'Manual sync to KeyCRM' ],
		[
			'sync',
			'tick',
			'Sync by your server’s scheduler',
			'Sync to KeyCRM by your server’s scheduler',
		],
		[
			'sync',
			'cli',
			'Sync from the command line',
			'Sync to KeyCRM from the command line',
		],
		[
			'refresh',
			'webhook',
			'Changes reported by KeyCRM',
			'Changes in the shop, sent to KeyCRM',
		],
		[ 'preview', 'person', 'Preview', 'Preview of what KeyCRM would get' ],
		[ 'undo', 'person', 'Undo of sync 0', 'Undo of sync 0 in KeyCRM' ],
		[
			'product',
			'person',
			'One product synced',
			'One product sent to KeyCRM',
		],
		[
			'fill',
			'person',
			'KeyCRM filled from the shop',
			'KeyCRM filled from the shop',
		],
	] )(
		'of mode %s started by %s says in its name whose quantities it writes',
		async ( mode, trigger, toShop, toKeycrm ) => {
			const row = { mode, trigger, status: 'succeeded' };
			expect( await rowWith( { ...row, side: 'shop' } ) ).toMatchObject( {
				name: toShop,
				discard: 'Keep current stock',
			} );
			expect( await rowWith( { ...row, side: 'keycrm' } ) ).toMatchObject(
				{ name: toKeycrm, discard: 'Leave KeyCRM as it is' }
			);
		}
	);

	it( 'names KeyCRM on the buttons where its quantities are written', async () => {
		const row = { side: 'keycrm', status: 'needs_confirmation' };
		expect( await rowWith( { ...row, mode: 'sync' } ) ).toMatchObject( {
			confirm: 'Set 12 products to 0 in KeyCRM',
			apply: 'Send 12 quantities to KeyCRM',
		} );
		// Filling sets nothing to 0 that a person would have to be warned of.
		expect( await rowWith( { ...row, mode: 'fill' } ) ).toMatchObject( {
			confirm: 'Send 12 quantities to KeyCRM',
		} );
	} );

	it.each( [
		[ 'limit', /about 60 requests a minute/ ],
		[ 'database', /own database was busy/ ],
		[ 'retry', /did not answer as it should/ ],
	] )( 'that waits for %s says why', async ( waitsFor, sentence ) => {
		expect(
			await rowWith( {
				mode: 'sync',
				side: 'shop',
				status: 'waiting',
				waits_for: waitsFor,
			} )
		).toMatchObject( {
			result: 'Waiting',
			wait: expect.stringMatching( sentence ),
		} );
	} );

	it( 'that reads only what the shop sells says how many requests it saves', async () => {
		const read = {
			mode: 'sync',
			status: 'running',
			phase: 'read',
			read_plan: '{"kind":"own","requests":12,"instead_of":1214}',
		};
		expect( ( await rowWith( read ) ).saving ).toBe(
			'12 requests instead of 1,214: KeyCRM is asked only for what your shop sells.'
		);
		expect( ( await rowWith( { ...read, phase: 'plan' } ) ).saving ).toBe(
			''
		);
	} );
} );
