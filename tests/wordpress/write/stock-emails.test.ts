/** Tests e-mails about low and empty stock: none during the write, then only those that the owner wants. */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { seedVariedShop } from '../support/shops/varied-shop';
import { write } from '../support/writer';

jest.setTimeout( 600_000 );

/** Records e-mails instead of sending them, and sends one on every change of a number, as WooCommerce 9.3.0 did. */
const NOISY = phpFile( __dirname, 'stock-emails-plugin.php' );

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop( { mu: { noisy: NOISY } } );
	idOf = await seedVariedShop( shop );
} );

afterAll( () => shop.stop() );

/** Returns the subjects of the e-mails, also of those from later requests. */
async function mails( during: () => Promise< unknown > ): Promise< unknown > {
	await shop.php( `delete_option( 'test_mails' ); return true;` );
	await during();
	await shop.php(
		`for ( $i = 0; $i < 20 && ActionScheduler::runner()->run() > 0; $i++ ); return true;`
	);
	return shop.php( `return get_option( 'test_mails', array() );` );
}

const set = ( numbers: Record< string, number >, emails: boolean ) =>
	write( shop, {
		emails,
		numbers: new Map(
			Object.entries( numbers ).map( ( [ name, number ] ) => [
				idOf( name ),
				number,
			] )
		),
	} );

test( 'sends no e-mail while we write, in a shop that sends one for every change', async () => {
	expect(
		await mails( () => set( { plain: 1, second: 0 }, false ) )
	).toEqual( [] );
	// The next change is not ours, so its e-mail is sent.
	const after = await mails( () =>
		shop.php(
			`return wc_update_product_stock( ${ idOf( 'plain' ) }, 2, 'set' );`
		)
	);
	expect( after ).toHaveLength( 1 );
} );

test( 'sends no e-mail later, when WooCommerce sends e-mails in a later request', async () => {
	await shop.php( `update_option( 'mail_later', 1 ); return true;` );
	const sent = await mails( () => set( { plain: 8, second: 9 }, false ) );
	const after = await mails( () =>
		shop.php(
			`return wc_update_product_stock( ${ idOf( 'plain' ) }, 10, 'set' );`
		)
	);
	await shop.php( `delete_option( 'mail_later' ); return true;` );
	expect( sent ).toEqual( [] );
	expect( after ).toHaveLength( 1 );
} );

test( 'sends one for each number that fell to a threshold when the owner wants them', async () => {
	const sent = await mails( () =>
		set( { plain: 1, second: 0, equal: 7, low: 6, 'sold-out': 5 }, true )
	);
	expect( sent ).toEqual( [
		expect.stringMatching( /low( in |_)stock/ ),
		expect.stringMatching( /out of stock|no_stock/ ),
		expect.stringMatching( /low( in |_)stock/ ),
	] );
} );

test( 'sends none for a number that was there before, or that rises', async () => {
	expect(
		await mails( () =>
			set( { plain: 2, second: -1, equal: 20, low: 5 }, true )
		)
	).toEqual( [] );
} );
