/** KeyCRM's own plugin beside ours. The one here is a fake with the names and hooks of the real one. */
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { seedVariedShop } from '../support/shops/varied-shop';
import { write } from '../support/writer';

jest.setTimeout( 600_000 );

const FAKE = `
	if ( get_option( 'fake_official_plugin' ) ) {
		class WC_Integration_Keycrm {}
		add_action( 'plugins_loaded', static function () {
			class WC_Keycrm_Base extends WC_Integration {
				public function __construct() {
					$this->id = 'integration-keycrm';
					add_action( 'woocommerce_update_product', array( $this, 'handle_product_update' ), 10, 2 );
					add_action( 'woocommerce_update_product_variation', array( $this, 'handle_variation_save' ), 20, 2 );
				}
				public function handle_product_update( $id, $product ) {
					$this->note( $id );
				}
				public function handle_variation_save( $id, $product ) {
					$this->note( $id );
				}
				private function note( int $id ): void {
					update_option( 'witness_woken', array( ...get_option( 'witness_woken', array() ), $id ), false );
				}
			}
			add_filter( 'woocommerce_integrations', static fn ( array $all ): array => array( ...$all, 'WC_Keycrm_Base' ) );
		}, 0 );
	}
`;

const HOOKED = `
	$hooked = static function (): array {
		$base = WC()->integrations->get_integration( 'integration-keycrm' );
		return array(
			has_action( 'woocommerce_update_product', array( $base, 'handle_product_update' ) ),
			has_action( 'woocommerce_update_product_variation', array( $base, 'handle_variation_save' ) ),
			current( array_filter( $GLOBALS['wp_filter']['woocommerce_update_product_variation']->callbacks[20] ) )['accepted_args'],
		);
	};
	$official = new KeyCrmStock\\Shop\\OtherPlugin\\KeyCrmOfficialPlugin();
`;

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop( { mu: { official: FAKE } } );
	idOf = await seedVariedShop( shop );
} );

afterAll( () => shop.stop() );

const woken = () =>
	shop.php(
		`$woken = get_option( 'witness_woken', array() ); delete_option( 'witness_woken' ); return $woken;`
	);

test( 'where it is not there, nothing of it is assumed', async () => {
	expect(
		await shop.php(
			`$official = new KeyCrmStock\\Shop\\OtherPlugin\\KeyCrmOfficialPlugin(); return array( $official->is_active(), $official->writes_stock(), $official->uses_key( 'k' ), $official->while_muted( static fn () => 7 ) );`
		)
	).toEqual( [ false, false, false, 7 ] );
} );

test( 'its settings are read, never taken for granted', async () => {
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

test( 'our writes do not wake it, the parents of variations included; the next save does', async () => {
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

test( 'it listens again as before, even after an exception', async () => {
	expect(
		await shop.php( `
			${ HOOKED }
			$before = $hooked();
			$inside = null;
			try {
				$official->while_muted( static function () use ( &$inside ) {
					$base   = WC()->integrations->get_integration( 'integration-keycrm' );
					$inside = has_action( 'woocommerce_update_product', array( $base, 'handle_product_update' ) );
					wc_deferred_product_sync( ${ idOf( 'coat' ) } );
					throw new RuntimeException( 'no' );
				} );
			} catch ( RuntimeException $error ) {
				$said = $error->getMessage();
			}
			return array( $before, $inside, $said, $hooked(), $GLOBALS['wc_deferred_product_sync'] );
		` )
	).toEqual( [ [ 10, 20, 2 ], false, 'no', [ 10, 20, 2 ], [] ] );
	expect( await woken() ).toEqual( [] );
} );
