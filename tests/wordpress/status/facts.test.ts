/** Tests that REST, Site Health, WP-CLI and e-mails describe the state of the sync with the same sentences. */
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { FACTS_TABLE } from '../../support/facts-table';
import { setUpFacts } from '../support/shops/facts-site';
import { MAIL_CATCHER, takeEmails } from '../support/recorders/mail-catcher';
import { call, current, openSession, save } from '../support/session';
import type { Session } from '../support/session';
import { siteHealth } from '../support/site-health';
import { installWpCli, wp } from '../support/wp-cli';

let session: Session;

beforeAll( async () => {
	installWpCli();
	session = await openSession(
		{ offers: [] },
		{ mu: { mail_catcher: MAIL_CATCHER } }
	);
} );
afterAll( () => session.stop() );

/** Older versions of WordPress shorten them. */
const spelled = ( words: string ) =>
	words.replace( /\b(\d+) min(s?)\b/g, '$1 minute$2' );

it.each( FACTS_TABLE )( '$name: $state', async ( one ) => {
	await setUpFacts( session.shop, one );
	const { facts } = await current( session.shop );
	const said = ( { state, text }: { state: string; text: string } ) => [
		state,
		spelled( text ),
	];
	expect( {
		headline: [ ...said( facts.headline ), facts.headline.tone ],
		explanation: facts.explanation.map( spelled ),
		coverage: said( facts.coverage ),
		freshness: said( facts.freshness ),
		automation: said( facts.automation ),
		actions: facts.actions,
	} ).toEqual( {
		headline: [ one.state, one.text, one.tone ],
		explanation: one.explanation,
		coverage: one.coverage,
		freshness: one.freshness,
		automation: one.automation,
		actions: one.actions,
	} );
} );

it( 'has a case for every state', () => {
	const states = new Set( FACTS_TABLE.map( ( { state } ) => state ) );
	expect( [ ...states ].sort() ).toEqual(
		[
			'syncing',
			'shop_off',
			'no_key',
			'needs_decision',
			'failed',
			'new_key',
			'previewed',
			'undone',
			'cancelled',
			'no_products',
			'all_excluded',
			'no_skus',
			'none_matched',
			'never_synced',
			'none_in_sync',
			'settings_changed',
			'stale',
			'partly_in_sync',
			'in_sync',
		].sort()
	);
} );

/** Tries every combination of what may be known of such a shop. */
it( 'never says that a shop without a matched product is in sync', async () => {
	const said = await session.shop.php(
		phpFile( __dirname, 'facts-combinations.php' )
	);
	const texts = z.array( z.string() ).parse( said );
	expect( texts.length ).toBeGreaterThan( 100 );
	expect(
		texts.filter( ( text ) => /matches|in sync/i.test( text ) )
	).toEqual( [] );
} );

it.each( FACTS_TABLE )(
	'$name: Site Health and WP-CLI use the same sentences',
	async ( one ) => {
		await setUpFacts( session.shop, one );
		const { facts } = await current( session.shop );
		const lines = [
			facts.coverage.text,
			facts.freshness.text,
			facts.automation.text,
		];
		const health = await siteHealth( session.shop, 'sync' );
		for ( const line of lines ) {
			expect( health?.description ).toContain( `<li>${ line }</li>` );
		}
		if ( 'native' !== process.env[ 'TEST_WORLD' ] ) {
			return;
		}
		const { stdout } = await wp( session.shop, 'status', '--format=json' );
		expect( JSON.parse( stdout ) ).toMatchObject( {
			status: [ facts.headline.text, ...lines ],
			facts: { state: one.state },
		} );
	}
);

it( 'Site Health and WP-CLI have their own sentence for a shop without a matched product', async () => {
	const withoutMatch = FACTS_TABLE.find(
		( { name } ) => 'no SKU is in KeyCRM' === name
	);
	if ( undefined === withoutMatch ) {
		throw new Error( 'The table has no such case.' );
	}
	await setUpFacts( session.shop, withoutMatch );
	const { facts } = await current( session.shop );
	expect( await siteHealth( session.shop, 'sync' ) ).toMatchObject( {
		status: 'recommended',
		label: 'No product is matched with KeyCRM',
	} );
	if ( 'native' !== process.env[ 'TEST_WORLD' ] ) {
		return;
	}
	const table = await wp( session.shop, 'status' );
	expect( table.stdout.split( '\n' ).slice( 0, 4 ) ).toEqual( [
		facts.headline.text,
		facts.coverage.text,
		facts.freshness.text,
		facts.automation.text,
	] );
	const json = await wp( session.shop, 'status', '--format=json' );
	expect( JSON.parse( json.stdout ) ).toMatchObject( {
		facts: { coverage: '0 of 109, 0 without SKU' },
	} );
} );

/** The states that cause an e-mail, in an order in which one follows from another. */
it.each( [
	[ 'a sync waits for a decision', 'Automatic sync is on' ],
	[
		'the last sync failed',
		'Automatic sync is on, but the last 2 syncs failed',
	],
	[ 'all in sync', 'Automatic sync is on' ],
] )(
	'e-mails use the same sentences, with times that stay true: %s',
	async ( name, automation ) => {
		const one = FACTS_TABLE.find( ( { name: known } ) => name === known );
		if ( undefined === one ) {
			throw new Error( 'The table has no such case.' );
		}
		await setUpFacts( session.shop, one );
		await save( session.shop, { notify: { after_failures: 2 } } );
		await takeEmails( session.shop );
		await session.shop.php(
			`do_action( 'keycrm_stock_run_ended', 0, 'failed' ); return true;`
		);
		const [ email ] = await takeEmails( session.shop );
		expect( email?.text ).toContain(
			`${ one.coverage[ 1 ] }\nLast successful sync on `
		);
		expect( email?.text ).toContain( automation );
		expect( email?.text ).not.toMatch( / ago/ );
	}
);

it( 'detects that the key, or a setting that affects quantities, has changed', async () => {
	const [ all ] = FACTS_TABLE;
	if ( undefined === all ) {
		throw new Error( 'The table is empty.' );
	}
	await setUpFacts( session.shop, all );
	await save( session.shop, { notify: { after_failures: 4 } } );
	expect( ( await current( session.shop ) ).facts.headline.state ).toBe(
		'in_sync'
	);
	await save( session.shop, { buffer: 3 } );
	expect( ( await current( session.shop ) ).facts.headline.state ).toBe(
		'settings_changed'
	);
	await save( session.shop, { buffer: 0 } );

	const refused = FACTS_TABLE.find(
		( { name } ) => 'KeyCRM refuses the key' === name
	);
	await setUpFacts( session.shop, refused ?? all );
	await save( session.shop, { api_key: 'another-key-of-length' } );
	expect( ( await current( session.shop ) ).facts.headline.state ).toBe(
		'new_key'
	);
} );

it( 'marks a preview as outdated when its settings have changed', async () => {
	const previewed = FACTS_TABLE.find(
		( { name } ) => 'a preview was made' === name
	);
	if ( undefined === previewed ) {
		throw new Error( 'The table has no such case.' );
	}
	await setUpFacts( session.shop, previewed );
	const before = await current( session.shop );
	expect( before.run ).toMatchObject( { settings_changed: false } );
	await save( session.shop, { warehouse_ids: [ 3 ] } );
	const after = await current( session.shop );
	expect( after.run ).toMatchObject( { settings_changed: true } );
	expect( after.facts.headline.state ).toBe( 'settings_changed' );
	await save( session.shop, { warehouse_ids: [] } );
} );

it( 'keeps the set-up open until the owner has chosen for or against automatic sync', async () => {
	const off = FACTS_TABLE.find(
		( { name } ) => 'automatic sync is off' === name
	);
	if ( undefined === off ) {
		throw new Error( 'The table has no such case.' );
	}
	await setUpFacts( session.shop, off );
	const isSetUp = async () =>
		z
			.object( { set_up: z.boolean() } )
			.parse( await call( session.shop, 'GET', '/settings' ) ).set_up;
	expect( await isSetUp() ).toBe( false );
	// Saving another setting is no choice.
	await save( session.shop, { schedule: { every_minutes: 30 } } );
	expect( await isSetUp() ).toBe( false );
	await save( session.shop, { schedule: { enabled: false } } );
	expect( await isSetUp() ).toBe( true );
} );
