/** Tests that a product name is text in a spreadsheet, never a formula. */
import { API, openSession, sync } from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';

/** Beginnings that a spreadsheet may take for a formula. */
const DANGEROUS: readonly string[] = [
	'=',
	'+',
	'-',
	'@',
	'\uff1d', // Full-width forms: some spreadsheets treat them like the ASCII ones.
	'\uff0b',
	'\uff0d',
	'\uff20',
	'\ufe66', // Small form.
	'\ufe62',
	'\ufe63',
	'\ufe6b',
	'\u2212', // Minus sign.
	'\t',
	'\r',
	'\n',
	' =',
	'\u00a0=',
	'\u200b=',
	'\u202e=',
];
const HARMLESS: readonly string[] = [ '5=', 'Чай ＝ ', '—', '’=', ' Чай' ];

let session: Session;
let text: string;

beforeAll( async () => {
	session = await openSession( { offers: offers( 1 ) } );
	const names = [ ...DANGEROUS, ...HARMLESS ].map(
		( begin ) => `${ begin }1+1`
	);
	const ids = await sell(
		session,
		names.map( ( _, place ) => `F-${ place }` )
	);
	const pairs = Buffer.from(
		JSON.stringify( ids.map( ( id, place ) => [ id, names[ place ] ] ) )
	).toString( 'base64' );
	await session.shop.php( `
		global $wpdb;
		foreach ( json_decode( base64_decode( '${ pairs }' ), true ) as list( $id, $name ) ) {
			$wpdb->update( $wpdb->posts, array( 'post_title' => $name ), array( 'ID' => $id ) );
		}
		return true;` );
	const run = await sync( session.shop );
	( { text } = await session.shop.request(
		`${ API }/runs/${ run.id }/changes?format=csv`,
		{ as: 'shop_manager' }
	) );
} );
afterAll( () => session.stop() );

it.each( DANGEROUS.map( ( begin, place ) => ( { begin, place } ) ) )(
	'quotes a name that begins with $begin ($place)',
	( { begin, place } ) => {
		const cell = `'${ begin }1+1`;
		expect( text ).toContain(
			/[\r\n]/.test( begin )
				? `,"${ cell }",F-${ place },`
				: `,${ cell },F-${ place },`
		);
	}
);

it.each( HARMLESS.map( ( begin, place ) => ( { begin, place } ) ) )(
	'keeps a name that begins with $begin as it is',
	( { begin, place } ) =>
		expect( text ).toContain(
			`,${ begin }1+1,F-${ DANGEROUS.length + place },`
		)
);
