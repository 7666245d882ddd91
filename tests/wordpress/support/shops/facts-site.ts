/** Makes a shop stand as a case of the facts table says. */
import type { FactsCase, RunSeed } from '../../../support/facts-table';
import { phpValue } from '../../../support/php-value';
import type { Shop } from '../../../support/worlds/shop';

const rows = ( runs: RunSeed[] ) =>
	runs.map( ( { ago, status, counts, ...run } ) => ( {
		...run,
		status,
		counts,
		ago,
		active: 'running' === status ? 1 : null,
	} ) );

export async function standAs( shop: Shop, one: FactsCase ): Promise< void > {
	await shop.php( `
		global $wpdb;
		$table = $wpdb->prefix . 'keycrm_stock_runs';
		$now   = (int) ( microtime( true ) * 1000 );
		$wpdb->query( "DELETE FROM $table" );
		foreach ( ${ phpValue( rows( one.runs ) ) } as $run ) {
			$ended = $now - 1000 * $run['ago'];
			$wpdb->insert( $table, array(
				'mode' => $run['mode'], 'lane' => 'main', 'active' => $run['active'], 'trigger' => 'person',
				'status' => $run['status'], 'phase' => $run['phase'], 'cursor' => '[]', 'counts' => wp_json_encode( (object) $run['counts'] ),
				'guard' => null === $run['guard'] ? null : wp_json_encode( $run['guard'] ),
				'error' => null === $run['error'] ? null : wp_json_encode( $run['error'] ),
				'started_at' => $ended - 60000, 'updated_at' => $ended,
				'finished_at' => in_array( $run['status'], array( 'running', 'needs_confirmation' ), true ) ? null : $ended,
				'planned_at' => null === $run['guard'] ? null : $ended,
			) );
		}
		$settings                = (array) get_option( 'keycrm_stock_settings', array() );
		$settings['schedule']    = array( 'enabled' => ${ phpValue(
			one.scheduled
		) }, 'every_minutes' => 15 );
		update_option( 'keycrm_stock_settings', $settings );
		as_unschedule_all_actions( 'keycrm_stock_start' );
		$next = ${ phpValue( one.next_in ) };
		if ( null !== $next ) {
			as_schedule_single_action( time() + $next, 'keycrm_stock_start', array( 15 ), 'stock-sync-for-keycrm' );
		}
		$key = ${ phpValue( one.key ) };
		$services = new KeyCrmStock\\Services( $wpdb, WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' );
		'none' === $key ? $services->key->forget() : $services->key->set( 'a-key-of-some-length' );
		'unreadable' === $key && update_option( 'keycrm_stock_api_key', 'v1:bm90LW91cnM=' );
		update_option( 'keycrm_stock_changed_at', array_filter( array(
			'settings' => ${
				undefined === one.settings_changed
					? 'null'
					: `$now - ${ one.settings_changed * 1000 }`
			},
			'key' => ${
				undefined === one.key_changed
					? 'null'
					: `$now - ${ one.key_changed * 1000 }`
			},
		), 'is_int' ) );
		update_option( 'woocommerce_manage_stock', ${ phpValue(
			one.shop_off ? 'no' : 'yes'
		) } );
		return true;
	` );
	await shop.php( `
		global $wpdb;
		$services = new KeyCrmStock\\Services( $wpdb, WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' );
		$account  = $services->account();
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}keycrm_stock_runs SET settings = %s", ${
			undefined === one.settings_changed
				? '$services->fingerprint->current()'
				: "'of-then'"
		} ) );
		update_option( 'keycrm_stock_whole_read', array( 'started_at' => 1, 'total' => ${
			one.in_keycrm ?? 109
		}, 'filters_at' => 0, 'account' => $account, 'since' => 1 ) );
		return true;
	` );
}
