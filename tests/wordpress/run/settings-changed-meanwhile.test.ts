/** Tests that a run plans and writes with one set of settings, also when another process saves others meanwhile. */
import { phpFile } from '../../support/php-file';
import type { Run } from '../../../src-admin/contract';
import { phpValue } from '../../support/php-value';
import {
	ALL_LOST,
	COUNT,
	inKeyCrm,
	inShop,
	openPromiseShop,
	startAgain,
} from '../support/shops/promise-shop';
import { call, current, drive, isActive, startRun } from '../support/session';
import type { Session } from '../support/session';

/** The size of the writer's first page. */
const FIRST_PAGE = 20;

/**
 * Another process saves a buffer of 1,000 just before a chosen statement of the worker, so the worker's
 * memory keeps the old one.
 * With `forgets`, another plugin also empties that memory.
 */
const ANOTHER_PROCESS = phpFile(
	__dirname,
	'settings-changed-meanwhile-plugin.php'
);

let session: Session;
beforeAll( async () => {
	session = await openPromiseShop( { another: ANOTHER_PROCESS } );
} );
afterAll( () => session.stop() );
beforeEach( () => startAgain( session ) );

describe( 'when another process saves settings during a run', () => {
	/** Drives a sync; the buffer becomes 1,000 just before the statement. */
	async function syncWith(
		pattern: RegExp,
		times = 1,
		forgets = false
	): Promise< Run > {
		inKeyCrm( session, 12 );
		const plan = { pattern: String( pattern ), times, forgets };
		await session.shop.php(
			`return update_option( 'test_save_before', ${ phpValue( plan ) } );`
		);
		const run = await drive(
			session.shop,
			await startRun( session.shop, 'sync' )
		);
		expect( await call( session.shop, 'GET', '/settings' ) ).toMatchObject(
			{ buffer: 1000 }
		);
		return run;
	}

	it.each( [
		[ 'while it plans', /INSERT INTO \S+keycrm_stock_changes/, false ],
		[ 'between plan and guard', /`phase` = 'guard'/, false ],
		[ 'between guard and write', /`phase` = 'write'/, false ],
		[ 'inside the writer', /^START TRANSACTION/, true ],
	] )(
		'%s: writes nothing, and the guard checks the new numbers',
		async ( ...point ) => {
			const [ , pattern, forgets ] = point;
			expect( await syncWith( pattern, 1, forgets ) ).toMatchObject(
				ALL_LOST
			);
			expect( await inShop( session ) ).toEqual( { 10: COUNT } );
		}
	);

	it.each( [ false, true ] )(
		'after a page is written: the run ends, and a new one passes the guard (memory emptied: %s)',
		async ( forgets ) => {
			const { shop } = session;
			const run = await syncWith( /^START TRANSACTION/, 2, forgets );
			expect( run ).toMatchObject( {
				status: 'cancelled',
				error: { code: 'settings_changed' },
				// What was written stays in its log.
				counts: { updated: COUNT },
			} );
			const written = forgets ? FIRST_PAGE : COUNT;
			expect( await inShop( session ) ).toMatchObject( { 12: written } );
			const { run: next } = await current( shop );
			expect( next ).toMatchObject( { mode: 'sync', trigger: 'person' } );
			expect( next?.id ).toBeGreaterThan( run.id );
			if ( next !== null && isActive( next ) ) {
				expect( await drive( shop, next ) ).toMatchObject( {
					status: 'needs_confirmation',
					guard: { zeroed: COUNT },
				} );
			}
			expect( await inShop( session ) ).toMatchObject( { 12: written } );
			// It can be undone.
			expect(
				await call( shop, 'GET', `/runs/${ run.id }/undo` )
			).toMatchObject( { written, back: written } );
		}
	);
} );
