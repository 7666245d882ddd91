/** Tests two warnings: another plugin keeps setting stock back, and KeyCRM's messages have stopped. */
import { settingsSchema } from '../../../src-admin/contract';
import { call, openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { inKeyCrm, offers, sell } from '../support/shops/small-shop';
import { siteHealth } from '../support/site-health';
import { aboutStock, post, webhookPath } from '../support/webhooks';

let session: Session;
let ids: number[] = [];

beforeAll( async () => {
	session = await openSession( { offers: offers( 20 ) } );
	ids = await sell(
		session,
		offers( 20 ).map( ( { sku } ) => sku ?? '' )
	);
	await save( session.shop, { guard: { min_products: 1000 } } );
	await sync( session.shop );
} );
afterAll( () => session.stop() );

const notices = async () =>
	settingsSchema
		.parse( await call( session.shop, 'GET', '/settings' ) )
		.writer_notices.map( ( { text } ) => text );

const setByAnother = ( place: number, stock: number ) =>
	session.shop.php(
		`wc_update_product_stock( ${ ids[ place ] }, ${ stock } ); return true;`
	);

const sellOne = ( place: number ) =>
	session.shop.php(
		`wc_update_product_stock( ${ ids[ place ] }, 1, 'decrease' ); return true;`
	);

it( 'says nothing about a shop in which only the sync sets stock', async () => {
	expect( await notices() ).toEqual( [] );
	expect( await siteHealth( session.shop, 'writers' ) ).toMatchObject( {
		status: 'good',
	} );
} );

it( 'says nothing about a number that goes up and down in KeyCRM', async () => {
	for ( const quantity of [ 1, 0, 1, 0, 1, 0, 1, 0 ] ) {
		inKeyCrm( session.keycrm, 'Q-5', quantity );
		await sync( session.shop );
	}
	expect( await notices() ).toEqual( [] );
} );

it( 'names the product whose stock was set back for the third time', async () => {
	for ( const round of [ 1, 2, 3 ] ) {
		expect( await notices() ).toEqual( [] );
		await setByAnother( 0, 99 );
		// A sale is not counted, because each sale leads to another quantity.
		await sellOne( 1 );
		inKeyCrm( session.keycrm, 'Q-1', 7 - round );
		await sync( session.shop );
	}
	const [ text = '', ...more ] = await notices();
	expect( more ).toEqual( [] );
	expect( text ).toContain( '“Product Q-0” (the sync: 7, the other: 99)' );
	expect( text ).not.toContain( 'Q-1' );
	expect( await siteHealth( session.shop, 'writers' ) ).toMatchObject( {
		status: 'critical',
		label: 'Something else keeps setting stock back',
	} );
} );

it( 'drops the warning after a day', async () => {
	await session.shop.sql(
		'UPDATE wp_keycrm_stock_changes SET written_at = written_at - 90000000 WHERE written_at > 0'
	);
	expect( await notices() ).toEqual( [] );
} );

describe( 'the warning that KeyCRM’s messages have stopped', () => {
	const change = async () => {
		for ( const place of [ 2, 3, 4 ] ) {
			inKeyCrm(
				session.keycrm,
				`Q-${ place }`,
				40 + Math.floor( Math.random() * 1e6 )
			);
		}
		await sync( session.shop );
	};
	const age = () =>
		session.shop.php( `
			$row = json_decode( get_option( 'keycrm_stock_webhook_last_stock' ), true );
			$row['at'] -= 25 * HOUR_IN_SECONDS * 1000;
			return update_option( 'keycrm_stock_webhook_last_stock', wp_json_encode( $row ), false );` );

	it( 'does not appear when no message ever came', async () => {
		await change();
		expect( await notices() ).toEqual( [] );
	} );

	it( 'appears when messages have stopped although syncs find changes', async () => {
		await post(
			session.shop,
			await webhookPath( session.shop ),
			aboutStock( 1 )
		);
		expect( await notices() ).toEqual( [] );
		await age();
		const [ text = '' ] = await notices();
		expect( text ).toContain( '«Вебхуки»' );
		expect( await siteHealth( session.shop, 'sync' ) ).toMatchObject( {
			status: 'recommended',
		} );
	} );

	it( 'does not appear when webhooks are disabled, or when nothing has changed', async () => {
		await save( session.shop, { webhook: { enabled: false } } );
		expect( await notices() ).toEqual( [] );
		await save( session.shop, { webhook: { enabled: true } } );
		expect( await notices() ).toHaveLength( 1 );
		await session.shop.sql(
			'UPDATE wp_keycrm_stock_changes SET written_at = written_at - 90000000 WHERE written_at > 0'
		);
		expect( await notices() ).toEqual( [] );
	} );
} );
