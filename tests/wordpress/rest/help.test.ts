/** What GET /help says. */
import {
	helpSchema,
	outcomeSchema,
	type Help,
} from '../../../src-admin/contract';
import { call, openSession } from '../support/session';
import type { Session } from '../support/session';
import { offers } from '../support/shops/small-shop';

let session: Session;
let help: Help;

beforeAll( async () => {
	session = await openSession( { offers: offers( 1 ) } );
	help = helpSchema.parse( await call( session.shop, 'GET', '/help' ) );
} );
afterAll( () => session.stop() );

const section = ( title: string ) =>
	help.sections.find( ( one ) => one.title === title );

it( 'says how a sync goes, and how the number in the shop comes about', () => {
	expect( section( 'How it works' )?.steps ).toHaveLength( 4 );
	expect( section( 'The number in the shop' )?.paragraphs ).toEqual( [
		expect.stringMatching( /^For sale = .* − what you keep back/ ),
	] );
} );

it( 'explains each outcome once, in whole sentences', () => {
	const terms = section( 'What the outcomes mean' )?.terms ?? [];
	expect( new Set( terms.map( ( { term } ) => term ) ).size ).toBe(
		outcomeSchema.options.length
	);
	for ( const { text } of terms ) {
		expect( text ).toMatch( /^[A-Z].{25,}\.$/ );
	}
	expect(
		terms.find( ( { term } ) => term === 'Same SKU twice in the shop' )
	).toMatchObject( { text: expect.stringContaining( 'Give each its own' ) } );
} );

it( 'puts the line for the server’s scheduler below the section about quiet sites', () => {
	expect(
		help.sections
			.filter( ( one ) => one.shows_cron_line )
			.map( ( { title } ) => title )
	).toEqual( [ 'When the site is quiet' ] );
} );

it( 'is not for people who may not manage the shop', async () => {
	const { status } = await session.shop.request(
		'/wp-json/keycrm-stock/v1/help',
		{ as: 'editor' }
	);
	expect( status ).toBe( 403 );
} );
