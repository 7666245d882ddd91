/** Tests `wp keycrm-stock create-in-keycrm` and `create-in-shop` in real WP-CLI processes. */
import { runSchema } from '../../../src-admin/contract';
import { save } from '../support/session';
import type { Session } from '../support/session';
import { installWpCli, wp } from '../support/wp-cli';
import { ALL, offersOf, openCreateSession, posts } from './create';
import type { CreateSession } from './create';
import {
	countProducts,
	DRAFTS,
	draftsOf,
	openDraftSession,
	servePictures,
} from './drafts';
import type { Pictures } from './drafts';
import { describeRealNative } from './real-shop';

jest.setTimeout( 300_000 );

describeRealNative( 'wp keycrm-stock create-in-keycrm', () => {
	let session: CreateSession;

	beforeAll( async () => {
		installWpCli();
		session = await openCreateSession();
	} );
	afterAll( () => session.stop() );

	it( 'prints the list and asks; confirm creates', async () => {
		const { shop, keycrm } = session;
		const shown = await wp( shop, 'create-in-keycrm' );
		expect( shown.status ).toBe( 3 );
		expect( shown.stdout ).toMatch( /\tCUP\t[^\n]+\tcreated\n/ );
		expect( shown.stderr ).toContain( '8 products would be created' );
		const [ , id = '' ] =
			/keycrm-stock confirm (\d+)/.exec( shown.stdout ) ?? [];
		expect( posts( keycrm ) ).toEqual( [] );
		const done = await wp( shop, 'confirm', id );
		expect( done ).toMatchObject( { status: 0 } );
		expect( done.stdout ).toContain(
			`Run ${ id } created 8 products in KeyCRM.`
		);
		expect( offersOf( keycrm, ALL ) ).toEqual( ALL.map( () => 1 ) );
	} );

	it( 'has nothing to create a second time', async () => {
		const { shop, keycrm } = session;
		const before = posts( keycrm ).length;
		const again = await wp( shop, 'create-in-keycrm', '--yes' );
		expect( again.status ).toBe( 0 );
		expect( posts( keycrm ) ).toHaveLength( before );
	} );
} );

describeRealNative( 'wp keycrm-stock create-in-shop', () => {
	let session: Session;
	let pictures: Pictures;

	beforeAll( async () => {
		installWpCli();
		pictures = await servePictures();
		session = await openDraftSession( pictures );
	} );
	afterAll( async () => {
		await session.stop();
		await pictures.stop();
	} );

	it( 'is refused while the shop keeps the stock', async () => {
		const { shop } = session;
		await save( shop, {
			direction: 'shop_to_keycrm',
			push_warehouse_id: 1,
		} );
		const refused = await wp( shop, 'create-in-shop', '--yes' );
		expect( refused.status ).toBe( 1 );
		expect( refused.stderr ).toContain( 'no drafts with KeyCRM’s stock' );
		await save( shop, { direction: 'keycrm_to_shop' } );
	} );

	it( 'prints the list as data', async () => {
		const before = await countProducts( session );
		const listed = await wp(
			session.shop,
			'create-in-shop',
			'--format=json'
		);
		expect( listed.status ).toBe( 3 );
		expect( JSON.parse( listed.stdout ) ).toContainEqual(
			expect.objectContaining( {
				sku: 'LAMP',
				product: 0,
				outcome: 'created',
			} )
		);
		expect( await countProducts( session ) ).toBe( before );
	} );

	it( 'creates at once with --yes', async () => {
		const done = await wp(
			session.shop,
			'create-in-shop',
			'--yes',
			'--format=json'
		);
		expect( done.status ).toBe( 0 );
		expect( runSchema.parse( JSON.parse( done.stdout ) ) ).toMatchObject( {
			mode: 'create_in_shop',
			trigger: 'cli',
			status: 'succeeded',
			counts: { created: DRAFTS.length },
		} );
		expect( await draftsOf( session ) ).toHaveLength( DRAFTS.length );
	} );
} );
