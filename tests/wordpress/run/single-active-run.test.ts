/** There is one run at a time, whoever starts it and when. */
import { openSession } from '../support/session';
import type { Session } from '../support/session';
import { offers } from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: offers( 1 ) } );
} );
afterAll( () => session.stop() );

it( 'never has two runs at once', async () => {
	const { shop } = session;
	const answers = await Promise.all(
		[ 1, 2, 3 ].map( () =>
			shop.request( '/wp-json/keycrm-stock/v1/runs', {
				method: 'POST',
				as: 'admin',
				body: { mode: 'sync' },
			} )
		)
	);
	const statuses = answers.map( ( { status } ) => status ).sort();
	expect( statuses ).toEqual( [ 200, 409, 409 ] );
	const run = answers.find( ( { status } ) => status === 200 )?.json;
	const refused = answers.find( ( { status } ) => status === 409 )?.json;
	expect( refused ).toMatchObject( {
		data: {
			run: {
				id:
					run !== null && typeof run === 'object' && 'id' in run
						? run.id
						: 0,
			},
		},
	} );
	const rows = await shop.sql(
		'SELECT id FROM wp_keycrm_stock_runs WHERE active = 1'
	);
	expect( rows ).toHaveLength( 1 );
} );

/** Asks while a run is active, which ends between the try to begin another one and the look at what is in its way. */
async function ask( prepare: string, path: string ) {
	return session.shop.php( `
		global $wpdb;
		$runs = $wpdb->prefix . 'keycrm_stock_runs';
		wp_set_current_user( (int) get_users( array( 'role' => 'administrator', 'fields' => 'ids' ) )[0] );
		$post = static function ( string $path ) {
			$request = new WP_REST_Request( 'POST', '/keycrm-stock/v1/runs' . $path );
			$request->set_body_params( array( 'mode' => 'sync' ) );
			return rest_do_request( $request );
		};
		$old = (int) $wpdb->get_var( "SELECT id FROM $runs WHERE active = 1" );
		${ prepare }
		$end_it = static function ( string $sql ) use ( $wpdb, $runs, &$end_it ): string {
			if ( str_starts_with( $sql, 'SELECT' ) && str_contains( $sql, 'active = 1' ) ) {
				remove_filter( 'query', $end_it );
				$wpdb->query( "UPDATE $runs SET active = NULL, status = 'cancelled' WHERE active = 1" );
			}
			return $sql;
		};
		add_filter( 'query', $end_it );
		$answer = $post( "${ path }" );
		return array(
			'was_active' => $old > 0,
			'in_the_way' => ! has_filter( 'query', $end_it ),
			'status'     => $answer->get_status(),
			'is_new'     => $old < ( $answer->get_data()['id'] ?? 0 ),
			'active'     => (int) $wpdb->get_var( "SELECT COUNT(*) FROM $runs WHERE active = 1" ),
		);
	` );
}

const BEGUN = { was_active: true, in_the_way: true, status: 200, active: 1 };

it( 'begins a run where the one in its way ends in the same moment', async () => {
	expect( await ask( '', '' ) ).toEqual( { ...BEGUN, is_new: true } );
} );

it( 'carries on one that waits for a decision where the one in its way ends in the same moment', async () => {
	const waits = `
		$wpdb->query( "UPDATE $runs SET active = NULL, status = 'needs_confirmation' WHERE id = $old" );
		$post( '' );`;
	expect( await ask( waits, '/$old/confirm' ) ).toEqual( {
		...BEGUN,
		is_new: false,
	} );
} );
