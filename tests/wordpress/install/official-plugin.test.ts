/** Tests our plugin beside KeyCRM's own plugin. A fake with the real hook and option names stands in for it. */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { seedVariedShop } from '../support/shops/varied-shop';
import { write } from '../support/writer';

jest.setTimeout( 600_000 );

const FAKE = phpFile( __dirname, 'official-plugin-fake.php' );

const HOOKED = phpFile( __dirname, 'official-plugin-hooked.php' );

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop( { mu: { official: FAKE } } );
	idOf = await seedVariedShop( shop );
} );

afterAll( () => shop.stop() );

const woken = () =>
	shop.php(
		`$woken = get_option( 'test_woken', array() ); delete_option( 'test_woken' ); return $woken;`
	);

test( 'nothing is assumed when KeyCRM’s plugin is not installed', async () => {
	expect(
		await shop.php(
			`$official = new KeyCrmStock\\Shop\\OtherPlugin\\KeyCrmOfficialPlugin(); return array( $official->is_active(), $official->writes_stock(), $official->uses_key( 'k' ), $official->while_muted( static fn () => 7 ) );`
		)
	).toEqual( [ false, false, false, 7 ] );
} );

test( 'the settings of KeyCRM’s plugin are read, never assumed', async () => {
	await shop.php( `
		update_option( 'fake_official_plugin', 1 );
		update_option( 'woocommerce_integration-keycrm_settings', array( 'api_key' => ' k ', 'webhook_stock_update' => 'yes' ) );
		return true;
	` );
	const facts = `array( $official->is_active(), $official->writes_stock(), $official->uses_key( 'k' ), $official->uses_key( 'other' ), $official->uses_key( '' ) )`;
	expect(
		await shop.php(
			`$official = new KeyCrmStock\\Shop\\OtherPlugin\\KeyCrmOfficialPlugin(); return ${ facts };`
		)
	).toEqual( [ true, true, true, false, false ] );
	expect(
		await shop.php( `
			$official = new KeyCrmStock\\Shop\\OtherPlugin\\KeyCrmOfficialPlugin();
			update_option( 'woocommerce_integration-keycrm_settings', 'broken' );
			return ${ facts };
		` )
	).toEqual( [ true, false, false, false, false ] );
} );

test( 'our writes do not trigger KeyCRM’s plugin, also for parents of variations; the next save does', async () => {
	await woken();
	await write( shop, {
		numbers: new Map( [
			[ idOf( 'plain' ), 3 ],
			[ idOf( 'sells-out' ), 0 ],
			[ idOf( 'shirt-s' ), 3 ],
			[ idOf( 'coat-s' ), 0 ],
		] ),
	} );
	expect( await woken() ).toEqual( [] );
	await shop.php(
		`wc_get_product( ${ idOf( 'coat-s' ) } )->save(); return true;`
	);
	expect( await woken() ).toEqual( [ idOf( 'coat-s' ), idOf( 'coat' ) ] );
} );

test( 'KeyCRM’s plugin is hooked again as before, also after an exception', async () => {
	expect(
		await shop.php(
			HOOKED +
				phpFile( __dirname, 'official-plugin-muted.php', {
					coat_id: idOf( 'coat' ),
				} )
		)
	).toEqual( [ [ 10, 20, 2 ], false, 'no', [ 10, 20, 2 ], [] ] );
	expect( await woken() ).toEqual( [] );
} );
