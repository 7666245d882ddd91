/** `wp keycrm-stock sync-product`. */
import { describeNative } from '../support/cli-session';
import { requests } from '../support/product-sync';
import { openSession, save } from '../support/session';
import type { Session } from '../support/session';
import { inKeyCrm, sell, stockOf } from '../support/shops/small-shop';
import { installWpCli, wp } from '../support/wp-cli';

let session: Session;
let hat = 0;

describeNative( 'wp keycrm-stock sync-product', () => {
	beforeAll( async () => {
		installWpCli();
		session = await openSession( {
			offers: [ { sku: '1618', quantity: 5 } ],
		} );
		[ hat = 0 ] = await sell( session, [ '1618', 'NIX' ] );
		await save( session.shop, {
			hold_orders: { mode: 'off', detect: false },
		} );
	} );
	afterAll( () => session.stop() );
	beforeEach( () => session.keycrm.log.clear() );

	it( 'by SKU, in words', async () => {
		expect(
			await wp( session.shop, 'sync-product', '--sku=1618' )
		).toEqual( {
			status: 0,
			stdout: 'Success: Stock is now 5 (was 1). In KeyCRM: 5 in Основний = 5 for sale.\n',
			stderr: '',
		} );
		expect( await stockOf( session, '1618' ) ).toBe( 5 );
		expect( requests( session ) ).toHaveLength( 1 );
	} );

	it( 'by id, as data', async () => {
		inKeyCrm( session.keycrm, '1618', 4 );
		const { status, stdout } = await wp(
			session.shop,
			'sync-product',
			String( hat ),
			'--format=json'
		);
		expect( status ).toBe( 0 );
		expect( JSON.parse( stdout ) ).toEqual( [
			{
				product_id: hat,
				sku: '1618',
				name: 'Product 1618',
				outcome: 'updated',
				before: 5,
				after: 4,
				sentence: expect.stringContaining( 'Stock is now 4 (was 5).' ),
			},
		] );
	} );

	it( 'ends with 1 and says what to do where it cannot be done', async () => {
		for ( const [ words, sentence ] of [
			[ [ '--sku=NIX' ], 'KeyCRM has no product with the SKU “NIX”' ],
			[
				[ '--sku=nobody' ],
				'The shop has no product with the SKU “nobody”',
			],
			[ [ '987654' ], 'no such product' ],
			[ [ 'HAT' ], '--sku=HAT' ],
			[ [], 'Name one product' ],
			[ [ '5', '--sku=NIX' ], 'Name one product' ],
		] as const ) {
			expect(
				await wp( session.shop, 'sync-product', ...words )
			).toMatchObject( {
				status: 1,
				stderr: expect.stringContaining( sentence ),
			} );
		}
		session.keycrm.faults.add( { kind: 'status', status: 401 } );
		expect(
			await wp( session.shop, 'sync-product', '--sku=1618' )
		).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining( 'Error: KeyCRM' ),
		} );
	} );
} );
