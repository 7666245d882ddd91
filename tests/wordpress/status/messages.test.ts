/** Tests when the owner gets an e-mail or a notice in wp-admin. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSchema } from '../../../src-admin/contract';
import {
	inKeyCrm,
	takeEmails,
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

it( 'informs the administrator once that a run waits for a decision', async () => {
	inKeyCrm( session, 0 );
	expect( await notice() ).toBe( '' );
	await sync( session.shop );
	const [ email, ...more ] = await takeEmails( session.shop );
	expect( more ).toEqual( [] );
	expect( email?.to ).toHaveLength( 1 );
	expect( email?.to[ 0 ] ).toContain( '@' );
	expect( email?.subject ).toMatch(
		/^\[.+\] KeyCRM stock sync paused, nothing changed: 40 products would become 0$/
	);
	expect( email?.text ).toContain(
		'40 of 40 products in stock would become 0.'
	);
	expect( email?.text ).toContain( 'Nothing in the shop has been changed' );
	expect( email?.text ).toContain( 'If it is right, confirm it there.' );
	expect( email?.text ).toContain( '40 of 40 products matched' );
	expect( email?.text ).toMatch(
		/http\S+\/wp-admin\/admin\.php\?page=keycrm-stock&tab=changes&run=\d+\n$/
	);

	expect( await notice() ).toContain(
		'40 of 40 products in stock would become 0.'
	);
	expect( await notice( 'admin.php?page=keycrm-stock' ) ).toBe( '' );
	// Another run stops in its place, which is no news.
	await sync( session.shop );
	expect( await takeEmails( session.shop ) ).toEqual( [] );
} );

it( 'informs the administrator again after a person has decided', async () => {
	inKeyCrm( session, 0 );
	const waiting = await sync( session.shop );
	await takeEmails( session.shop );
	await call( session.shop, 'DELETE', `/runs/${ waiting.id }` );
	expect( await notice() ).toBe( '' );
	await save( session.shop, {
		notify: { emails: [ 'one@example.com', 'two@example.com' ] },
	} );
	await sync( session.shop );
	const [ email ] = await takeEmails( session.shop );
	expect( email?.to ).toEqual( [ 'one@example.com', 'two@example.com' ] );
	inKeyCrm( session, 9 );
	await sync( session.shop );
	expect( await notice() ).toBe( '' );
	expect( await takeEmails( session.shop ) ).toEqual( [] );
} );

it( 'reports three failures in a row, and then that the sync works again', async () => {
	inKeyCrm( session, 9 );
	await fail();
	await fail();
	expect( await takeEmails( session.shop ) ).toEqual( [] );
	expect( await notice() ).toBe( '' );
	await fail();
	const [ email ] = await takeEmails( session.shop );
	expect( email?.subject ).toContain(
		'KeyCRM stock sync fails: 3 syncs in a row did not succeed'
	);
	expect( email?.text ).toContain( 'KeyCRM did not accept the API key' );
	expect( email?.text ).toMatch( /Last successful sync on .* · tried on / );
	expect( email?.text ).toContain( 'Copy the key from KeyCRM' );
	expect( await notice() ).toContain( 'KeyCRM did not accept the API key' );
	await fail();
	expect( await takeEmails( session.shop ) ).toEqual( [] );
	await sync( session.shop );
	const [ good, ...more ] = await takeEmails( session.shop );
	expect( good?.subject ).toContain( 'KeyCRM stock sync works again' );
	expect( good?.text ).toContain(
		'All 40 products were in sync with KeyCRM after the last sync.'
	);
	expect( more ).toEqual( [] );
	expect( await notice() ).toBe( '' );
	await sync( session.shop );
	expect( await takeEmails( session.shop ) ).toEqual( [] );
} );

it( 'sends no e-mail about failures when the owner has switched it off', async () => {
	await save( session.shop, { notify: { after_failures: 0 } } );
	for ( let times = 0; times < 4; times++ ) {
		await fail();
	}
	expect( await takeEmails( session.shop ) ).toEqual( [] );
	expect( await notice() ).toBe( '' );
	await save( session.shop, { notify: { after_failures: 3 } } );
	await sync( session.shop );
	await takeEmails( session.shop );
} );

it( 'counts a scheduled run that cannot even start as a failure', async () => {
	await save( session.shop, { api_key: '' } );
	for ( let times = 0; times < 3; times++ ) {
		await session.shop.php(
			`do_action( 'keycrm_stock_start', 15 ); return true;`
		);
	}
	const [ email ] = await takeEmails( session.shop );
	expect( email?.text ).toContain( 'There is no KeyCRM API key' );
} );

it( 'uses the site’s language, whoever’s request sends it', async () => {
	await save( session.shop, { api_key: session.keycrm.key } );
	await sync( session.shop );
	const [ email ] = await takeEmails( session.shop );
	expect( email?.subject ).toContain( 'works again' );
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
	const [ pauseEmail ] = await takeEmails( session.shop );
	expect( pauseEmail?.subject ).toContain( 'paused' );
	expect( pauseEmail?.locale ).toBe( 'en_US' );
} );
