/** Tests the update of the plugin's tables, also with a database user who may not change tables. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { describeNative } from '../support/cli-session';
import { columns, drop, notice, openPage } from '../support/faults/own-tables';
import {
	refuse,
	REFUSE_STATEMENTS,
	refuseNothing,
} from '../support/faults/refused-statements';
import { API, call, openSession, sync } from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';
import { installWpCli, wp } from '../support/wp-cli';

let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( 60 ) },
		{ mu: { refuse: REFUSE_STATEMENTS } }
	);
	await sell( session, [ 'Q-0', 'Q-59' ] );
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	refuseNothing( session.shop );
	await openPage( session.shop );
	expect( await sync( session.shop ) ).toMatchObject( {
		status: 'succeeded',
	} );
} );

describe( 'after an update', () => {
	/** Makes the tables of an older version: without a column and an index, and with its version number. */
	async function age(): Promise< void > {
		const { shop } = session;
		await shop.sql( 'ALTER TABLE wp_keycrm_stock_runs DROP COLUMN deaths' );
		await shop.sql( 'ALTER TABLE wp_keycrm_stock_runs DROP INDEX status' );
		await shop.php(
			`update_option( 'keycrm_stock_db_version', '6', true ); return true;`
		);
	}

	it( 'REST, the tick and the queue all update the tables', async () => {
		const { shop } = session;
		const token = await shop.php(
			`return get_option( 'keycrm_stock_tick_token' );`
		);
		const ways = [
			() => call( shop, 'GET', '/runs' ),
			() => shop.request( `${ API }/tick/${ String( token ) }` ),
			() =>
				shop.php( `do_action( 'keycrm_stock_step', 1 ); return true;` ),
		];
		for ( const ask of ways ) {
			await age();
			await ask();
			expect( await columns( session.shop ) ).toContain( 'deaths' );
			expect(
				await shop.sql(
					"SHOW INDEX FROM wp_keycrm_stock_runs WHERE Key_name = 'status'"
				)
			).toHaveLength( 2 );
		}
	} );

	it( 'the new version is not stored when a table could not be changed', async () => {
		const { shop } = session;
		await age();
		refuse( shop, '/^ALTER TABLE/' );
		const answer = await shop.request( `${ API }/runs`, {
			as: 'shop_manager',
		} );
		expect( answer ).toMatchObject( {
			status: 503,
			json: {
				code: 'keycrm_stock_tables_missing',
				message: expect.stringContaining( 'its tables are missing' ),
				data: { details: expect.stringContaining( 'no_such_table' ) },
			},
		} );
		expect(
			await shop.php( `return get_option( 'keycrm_stock_db_version' );` )
		).toBe( false );
		refuseNothing( shop );
		// Not every request tries again: a request in the next minute does, or a view of the plugin's page.
		expect(
			( await shop.request( `${ API }/runs`, { as: 'shop_manager' } ) )
				.status
		).toBe( 503 );
		await openPage( session.shop );
		expect( await columns( session.shop ) ).toContain( 'deaths' );
		expect( await call( shop, 'GET', '/runs' ) ).toBeDefined();
	} );
} );

describeNative( 'on a real server', () => {
	it( 'says that the database user may not create tables, also in WP-CLI', async () => {
		installWpCli();
		const { shop } = session;
		const [ { name } ] = z
			.tuple( [ z.object( { name: z.string() } ) ] )
			.parse( await shop.sql( 'SELECT DATABASE() AS name' ) );
		const user = `limited_${ name.slice( -8 ) }`;
		await shop.sql( `CREATE USER '${ user }'@'localhost'` );
		await shop.sql(
			`GRANT SELECT, INSERT, UPDATE, DELETE ON ${ name }.* TO '${ user }'@'localhost'`
		);
		await drop( session.shop, 'runs' );
		appendFileSync(
			join( shop.dir, 'constants.php' ),
			`\nis_file( __DIR__ . '/limited' ) && define( 'DB_USER', '${ user }' );\n`
		);
		appendFileSync( join( shop.dir, 'limited' ), '' );
		// PHP checks a changed file again after two seconds.
		await sleep( 3000 );
		expect(
			await notice( session.shop, 'admin.php?page=keycrm-stock' )
		).toMatch( /CREATE command denied to user/ );
		const { status, stderr } = await wp( shop, 'sync' );
		expect( status ).toBe( 1 );
		expect( stderr ).toContain( 'CREATE command denied to user' );
		await shop.php( `unlink( ABSPATH . 'limited' ); return true;` );
		expect(
			await notice( session.shop, 'admin.php?page=keycrm-stock' )
		).toBe( '' );
		expect( ( await wp( shop, 'sync' ) ).status ).toBe( 0 );
	} );
} );
