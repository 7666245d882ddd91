/**
 * Tests that a run stores an error as a code, and that each reader gets the sentence in their own language.
 * E-mails use the site's language, the log English.
 */
import { z } from 'zod';
import { runSchema } from '../../../src-admin/contract';
import { MAIL_CATCHER, takeEmails } from '../support/recorders/mail-catcher';
import { takeLog } from '../support/recorders/wc-log';
import { API, openSession, save } from '../support/session';
import type { Session } from '../support/session';
import { sell } from '../support/shops/small-shop';
import { installUkrainian, readsIn } from '../support/ukrainian';

const ENGLISH =
	'KeyCRM did not accept the API key. Someone may have made a new one. Stock in the shop stays as it was.';
const UKRAINIAN =
	'KeyCRM не прийняв ключ. Залишки в магазині лишаються як були.';

let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: [ { sku: 'TEA', quantity: 7 } ] },
		{ mu: { mail_catcher: MAIL_CATCHER } }
	);
	await sell( session, [ 'TEA' ] );
	installUkrainian( session.shop, {
		'KeyCRM did not accept the API key. Someone may have made a new one.':
			'KeyCRM не прийняв ключ.',
		'Stock in the shop stays as it was.':
			'Залишки в магазині лишаються як були.',
		'KeyCRM stock sync works again': 'Синхронізація знову працює',
	} );
} );
afterAll( () => session.stop() );

/** Sends a request as the screen does, in the user's language. */
async function ask( method: 'GET' | 'POST', path: string, body?: unknown ) {
	const { json } = await session.shop.request(
		`${ API }${ path }?_locale=user`,
		{
			method,
			as: 'shop_manager',
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/json',
			},
			...( body === undefined ? {} : { body: JSON.stringify( body ) } ),
		}
	);
	return runSchema.parse( json );
}

/** Lets the shop manager's screen drive a run that fails. */
async function failedRun() {
	session.keycrm.faults.add( { kind: 'status', status: 401 }, { next: 1 } );
	let run = await ask( 'POST', '/runs', { mode: 'sync' } );
	while ( run.status === 'running' ) {
		run = await ask( 'POST', `/runs/${ run.id }/step`, {} );
	}
	expect( run.status ).toBe( 'failed' );
	return run;
}

it( 'returns the error in the reader’s language, not in that of the worker that failed', async () => {
	const { shop } = session;
	await readsIn( shop, 'uk' );
	const run = await failedRun();
	expect( run.error ).toMatchObject( {
		code: 'unauthorized',
		message: UKRAINIAN,
		details: expect.stringContaining( '401' ),
	} );
	await readsIn( shop, '' );
	expect( ( await ask( 'GET', `/runs/${ run.id }` ) ).error ).toMatchObject( {
		code: 'unauthorized',
		message: ENGLISH,
	} );
	await readsIn( shop, 'uk' );
	expect( ( await ask( 'GET', `/runs/${ run.id }` ) ).error?.message ).toBe(
		UKRAINIAN
	);
} );

it( 'stores no sentence, only the code and the values in the sentence', async () => {
	session.keycrm.faults.add(
		{ kind: 'status', status: 403, message: 'Не оплачено' },
		{ next: 1 }
	);
	let run = await ask( 'POST', '/runs', { mode: 'sync' } );
	while ( run.status === 'running' ) {
		run = await ask( 'POST', `/runs/${ run.id }/step`, {} );
	}
	const rows = z
		.array( z.object( { error: z.string() } ) )
		.parse(
			await session.shop.sql(
				`SELECT error FROM wp_keycrm_stock_runs WHERE id = ${ run.id }`
			)
		);
	expect( JSON.parse( rows[ 0 ]?.error ?? '' ) ).toEqual( {
		code: 'forbidden',
		params: { status: 403, said: 'Не оплачено' },
		details: expect.any( String ),
	} );
	expect( run.error?.message ).toContain( '“Не оплачено”' );
} );

it( 'sends e-mails in the site’s language, and logs in English', async () => {
	const { shop } = session;
	await readsIn( shop, 'uk' );
	await save( shop, { notify: { after_failures: 1 } } );
	await takeEmails( shop );
	takeLog( shop );
	await failedRun();
	expect( ( await takeEmails( shop ) )[ 0 ]?.text ).toContain( ENGLISH );
	expect( takeLog( shop )[ 0 ]?.message ).toContain( ENGLISH );
	// The site becomes Ukrainian, and the log stays English.
	await shop.php( `update_option( 'WPLANG', 'uk' ); return true;` );
	await readsIn( shop, '' );
	let run = await ask( 'POST', '/runs', { mode: 'sync' } );
	while ( run.status === 'running' ) {
		run = await ask( 'POST', `/runs/${ run.id }/step`, {} );
	}
	expect( run.status ).toBe( 'succeeded' );
	expect( ( await takeEmails( shop ) )[ 0 ]?.subject ).toContain(
		'Синхронізація знову працює'
	);
	await failedRun();
	expect( ( await takeEmails( shop ) )[ 0 ]?.text ).toContain( UKRAINIAN );
	expect( takeLog( shop ).at( -1 )?.message ).toContain( ENGLISH );
	await shop.php( `update_option( 'WPLANG', '' ); return true;` );
} );

it( 'still reads an error stored by an early version, and reports an unknown code', async () => {
	const { shop } = session;
	const { id } = await failedRun();
	const stored = {
		code: 'unauthorized',
		message: 'As it was said then.',
		hint: 'Do this.',
		details: 'HTTP 401',
	};
	const store = ( error: unknown ) =>
		shop.php( `
			global $wpdb;
			return $wpdb->update( $wpdb->prefix . 'keycrm_stock_runs', array( 'error' => '${ JSON.stringify(
				error
			) }' ), array( 'id' => ${ id } ) );` );
	await store( stored );
	expect( ( await ask( 'GET', `/runs/${ id }` ) ).error ).toEqual( stored );
	await store( { code: 'from_the_future', params: [], details: 'x' } );
	expect( ( await ask( 'GET', `/runs/${ id }` ) ).error ).toEqual( {
		code: 'from_the_future',
		message: expect.stringContaining( 'from_the_future' ),
		hint: expect.stringContaining( 'Update the plugin' ),
		details: 'x',
	} );
} );
