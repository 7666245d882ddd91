/** Tests the reading commands of `wp keycrm-stock`: status, changes, mismatches, settings. */
import { z } from 'zod';
import { describeNative } from '../support/cli-session';
import { openSession, sync } from '../support/session';
import type { Session } from '../support/session';
import { sell } from '../support/shops/small-shop';
import { installWpCli, startWp, wp } from '../support/wp-cli';

let session: Session;

describeNative( 'wp keycrm-stock', () => {
	beforeAll( async () => {
		installWpCli();
		session = await openSession( {
			offers: [
				{ sku: 'D-1', quantity: 5 },
				{ sku: 'd-1', quantity: 6 },
			],
		} );
		await sell( session, [ 'D-1', 'd-1', '=D-2' ] );
		await sync( session.shop );
	} );
	afterAll( () => session.stop() );

	it( 'prints the status as a table and as JSON', async () => {
		const { shop } = session;
		const table = await wp( shop, 'status' );
		expect( table ).toMatchObject( {
			status: 0,
			stderr: expect.stringContaining(
				'Automatic KeyCRM stock sync is off'
			),
		} );
		expect( table.stdout ).toContain( 'api_key\tAPI key\tsaved\n' );
		await wp( shop, 'settings', 'set', 'schedule.enabled', 'true' );
		const data = await wp( shop, 'status', '--format=json' );
		expect( data.status ).toBe( 0 );
		expect( JSON.parse( data.stdout ) ).toMatchObject( {
			findings: [ { level: 'good', label: 'KeyCRM stock sync works' } ],
			facts: { schedule: 'every 15 minutes' },
		} );
		expect( table.stdout + data.stdout ).not.toContain(
			session.keycrm.key
		);
	} );

	it( 'lists changes by exact SKU, run, outcome and time', async () => {
		const { shop } = session;
		const rows = async ( ...words: string[] ) =>
			z
				.array(
					z.object( {
						sku: z.string(),
						before: z.number().nullable(),
						after: z.number().nullable(),
						outcome: z.string(),
					} )
				)
				.parse(
					JSON.parse(
						(
							await wp(
								shop,
								'changes',
								'--format=json',
								...words
							)
						).stdout
					)
				);
		expect( await rows( '--sku=d-1' ) ).toEqual( [
			{ sku: 'd-1', before: 1, after: 6, outcome: 'updated' },
		] );
		expect( await rows( '--search=product d' ) ).toHaveLength( 2 );
		expect( await rows( '--run=1', '--outcome=not_in_keycrm' ) ).toEqual( [
			{ sku: '=D-2', before: 1, after: null, outcome: 'not_in_keycrm' },
		] );
		expect( await rows( '--since=tomorrow' ) ).toEqual( [] );
		expect(
			await rows( '--since=1 hour ago', '--direction=up' )
		).toHaveLength( 2 );
		expect( ( await wp( shop, 'changes', '--format=count' ) ).stdout ).toBe(
			'2\n'
		);
		expect(
			( await wp( shop, 'changes' ) ).stdout.split( '\n' )
		).toHaveLength( 4 );
		for ( const wrong of [
			'--outcome=gone',
			'--direction=left',
			'--since=nix',
			'--run=x',
		] ) {
			expect( await wp( shop, 'changes', wrong ) ).toMatchObject( {
				status: 1,
				stdout: '',
				stderr: expect.stringContaining(
					wrong.split( '=' )[ 0 ] ?? ''
				),
			} );
		}
	} );

	it( 'prints CSV in which a spreadsheet runs no formula', async () => {
		const { stdout } = await wp(
			session.shop,
			'changes',
			'--run=1',
			'--format=csv'
		);
		const [ head, ...lines ] = stdout.trim().split( '\r\n' );
		expect( head ).toBe(
			'time,run,product,name,sku,before,after,difference,outcome,reason'
		);
		expect( lines ).toHaveLength( 3 );
		expect( lines.at( -1 ) ).toMatch(
			/,'=D-2,1,,,not_in_keycrm,KeyCRM has no product/
		);
	} );

	it( 'lists mismatches', async () => {
		const { shop } = session;
		const groups = await wp( shop, 'out-of-step' );
		expect( groups ).toMatchObject( { status: 0, stderr: '' } );
		expect( groups.stdout ).toMatch( /^not_in_keycrm\t1\t/m );
		const rows = await wp(
			shop,
			'out-of-step',
			'not_in_keycrm',
			'--format=json'
		);
		expect( JSON.parse( rows.stdout ) ).toEqual( [
			{
				group: 'not_in_keycrm',
				product: expect.any( Number ),
				name: 'Product =D-2',
				sku: '=D-2',
				in_shop: 1,
				keycrm_sku: '',
				in_keycrm: '',
				reason: expect.any( String ),
			},
		] );
		const file = await wp(
			shop,
			'out-of-step',
			'not_in_keycrm',
			'--format=csv'
		);
		expect( file.stdout ).toContain( ",Product =D-2,'=D-2,1,," );
		expect(
			( await wp( shop, 'out-of-step', 'not_in_keycrm' ) ).stdout
		).toContain( '\tProduct =D-2\t=D-2\t1\t' );
		expect( await wp( shop, 'out-of-step', 'elsewhere' ) ).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining(
				'near_miss, wrong_status, not_in_keycrm'
			),
		} );
	} );

	it( 'takes no more memory for a long list than for a short one', async () => {
		const { shop } = session;
		await shop.php( `
			global $wpdb;
			$columns = 'run_id, product_id, offer_id, sku, sku_key, name, words, \`before\`, \`after\`, outcome, reason, parts, planned_at, written_at';
			for ( $i = 0; $i < 14; $i++ ) {
				$wpdb->query( "INSERT INTO {$wpdb->prefix}keycrm_stock_changes ($columns) SELECT run_id, product_id + " . ( 100000 << $i ) . ", offer_id, sku, sku_key, name, words, \`before\`, \`after\`, outcome, reason, parts, planned_at, written_at FROM {$wpdb->prefix}keycrm_stock_changes WHERE written_at > 0" );
			}
			return $wpdb->last_error;
		` );
		const peak = async ( ...words: string[] ) => {
			const { stdout, stderr } = await startWp(
				shop,
				[ 'changes', '--format=csv', ...words ],
				'',
				{ TEST_PEAK: '1' }
			).ended;
			return {
				rows: stdout.split( '\n' ).length - 2,
				bytes: Number( /peak (\d+)/.exec( stderr )?.[ 1 ] ),
			};
		};
		const few = await peak( '--sku=nix' );
		const many = await peak();
		expect( [ few.rows, many.rows ] ).toEqual( [ 0, 32_768 ] );
		expect( many.bytes - few.bytes ).toBeLessThan( 6 * 1024 * 1024 );
	} );
} );
