/** Nobody has to look: e-mails and the notice in wp-admin, each when it is due and once. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSchema } from '../../../src-admin/contract';
import {
	inKeyCrm,
	letters,
	openMailShop,
} from '../support/recorders/mail-catcher';
import { call, save, sync } from '../support/session';
import type { Session } from '../support/session';

let session: Session;

beforeAll( async () => {
	session = await openMailShop();
} );
afterAll( () => session.stop() );

async function notice( page = 'index.php' ): Promise< string > {
	const { text } = await session.shop.request( `/wp-admin/${ page }`, {
		as: 'shop_manager',
	} );
	return (
		/<div class="notice notice-warning"><p><strong>([\s\S]*?)<\/div>/.exec(
			text
		)?.[ 1 ] ?? ''
	);
}

async function fail(): Promise< void > {
	session.keycrm.faults.add( { kind: 'status', status: 401 }, { next: 1 } );
	expect( ( await sync( session.shop ) ).status ).toBe( 'failed' );
}

it( 'tells the administrator once that a run waits for a decision', async () => {
	inKeyCrm( session, 0 );
	expect( await notice() ).toBe( '' );
	await sync( session.shop );
	const [ letter, ...more ] = await letters( session.shop );
	expect( more ).toEqual( [] );
	expect( letter?.to ).toHaveLength( 1 );
	expect( letter?.to[ 0 ] ).toContain( '@' );
	expect( letter?.subject ).toMatch(
		/^\[.+\] KeyCRM stock sync paused, nothing changed: 40 products would become 0$/
	);
	expect( letter?.text ).toContain(
		'40 of 40 products in stock would become 0.'
	);
	expect( letter?.text ).toContain( 'Nothing in the shop has been changed' );
	expect( letter?.text ).toContain( 'If it is right, confirm it there.' );
	expect( letter?.text ).toContain( '40 of 40 products matched' );
	expect( letter?.text ).toMatch(
		/http\S+\/wp-admin\/admin\.php\?page=keycrm-stock&tab=changes&run=\d+\n$/
	);

	expect( await notice() ).toContain(
		'40 of 40 products in stock would become 0.'
	);
	expect( await notice( 'admin.php?page=keycrm-stock' ) ).toBe( '' );
	// Another run stops in its place: no news.
	await sync( session.shop );
	expect( await letters( session.shop ) ).toEqual( [] );
} );

it( 'tells it anew after somebody has decided', async () => {
	inKeyCrm( session, 0 );
	const waiting = await sync( session.shop );
	await letters( session.shop );
	await call( session.shop, 'DELETE', `/runs/${ waiting.id }` );
	expect( await notice() ).toBe( '' );
	await save( session.shop, {
		notify: { emails: [ 'one@example.com', 'two@example.com' ] },
	} );
	await sync( session.shop );
	const [ letter ] = await letters( session.shop );
	expect( letter?.to ).toEqual( [ 'one@example.com', 'two@example.com' ] );
	inKeyCrm( session, 9 );
	await sync( session.shop );
	expect( await notice() ).toBe( '' );
	expect( await letters( session.shop ) ).toEqual( [] );
} );

it( 'tells after three failures in a row, and when it works again', async () => {
	inKeyCrm( session, 9 );
	await fail();
	await fail();
	expect( await letters( session.shop ) ).toEqual( [] );
	expect( await notice() ).toBe( '' );
	await fail();
	const [ letter ] = await letters( session.shop );
	expect( letter?.subject ).toContain(
		'KeyCRM stock sync fails: 3 syncs in a row did not succeed'
	);
	expect( letter?.text ).toContain( 'KeyCRM did not accept the API key' );
	expect( letter?.text ).toMatch( /Last successful sync on .* · tried on / );
	expect( letter?.text ).toContain( 'Copy the key from KeyCRM' );
	expect( await notice() ).toContain( 'KeyCRM did not accept the API key' );
	await fail();
	expect( await letters( session.shop ) ).toEqual( [] );
	await sync( session.shop );
	const [ good, ...more ] = await letters( session.shop );
	expect( good?.subject ).toContain( 'KeyCRM stock sync works again' );
	expect( good?.text ).toContain(
		'All 40 products were in sync with KeyCRM after the last sync.'
	);
	expect( more ).toEqual( [] );
	expect( await notice() ).toBe( '' );
	await sync( session.shop );
	expect( await letters( session.shop ) ).toEqual( [] );
} );

it( 'says nothing of failures where nobody wants to hear of them', async () => {
	await save( session.shop, { notify: { after_failures: 0 } } );
	for ( let times = 0; times < 4; times++ ) {
		await fail();
	}
	expect( await letters( session.shop ) ).toEqual( [] );
	expect( await notice() ).toBe( '' );
	await save( session.shop, { notify: { after_failures: 3 } } );
	await sync( session.shop );
	await letters( session.shop );
} );

it( 'counts a scheduled run that cannot even begin', async () => {
	await save( session.shop, { api_key: '' } );
	for ( let times = 0; times < 3; times++ ) {
		await session.shop.php(
			`do_action( 'keycrm_stock_start', 15 ); return true;`
		);
	}
	const [ letter ] = await letters( session.shop );
	expect( letter?.text ).toContain( 'There is no KeyCRM API key' );
} );

it( 'is in the site’s language, whoever’s request it is', async () => {
	await save( session.shop, { api_key: session.keycrm.key } );
	await sync( session.shop );
	const [ letter ] = await letters( session.shop );
	expect( letter?.subject ).toContain( 'works again' );
	inKeyCrm( session, 0 );
	const languages = join( session.shop.dir, 'wp-content/languages' );
	mkdirSync( languages, { recursive: true } );
	writeFileSync(
		join( languages, 'uk.l10n.php' ),
		'<?php return array( "messages" => array() );'
	);
	// The shop manager, whose screen drives the run, reads wp-admin in Ukrainian.
	const locale = async ( name: string ) =>
		session.shop.php( `
			foreach ( get_users( array( 'role' => 'shop_manager' ) ) as $user ) {
				update_user_meta( $user->ID, 'locale', '${ name }' );
			}
			return true;` );
	await locale( 'uk' );
	const step = async ( path: string, body = {} ) =>
		runSchema.parse(
			await call( session.shop, 'POST', `${ path }?_locale=user`, body )
		);
	let run = await step( '/runs', { mode: 'sync' } );
	while ( run.status === 'running' ) {
		run = await step( `/runs/${ run.id }/step` );
	}
	await locale( '' );
	expect( run.status ).toBe( 'needs_confirmation' );
	const [ told ] = await letters( session.shop );
	expect( told?.subject ).toContain( 'paused' );
	expect( told?.locale ).toBe( 'en_US' );
} );
