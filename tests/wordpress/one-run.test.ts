/** There is one run at a time, whoever starts it and when. */
import { openSession } from './support/session';
import type { Session } from './support/session';
import { offers } from './support/small-shop';

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

it( 'begins a run where the one in its way ends in the same moment', async () => {
	const { shop } = session;
	const answer = await shop.php( `
		global $wpdb;
		$runs = $wpdb->prefix . 'keycrm_stock_runs';
		$old  = $wpdb->get_var( "SELECT id FROM $runs WHERE active = 1" );
		wp_set_current_user( (int) get_users( array( 'role' => 'administrator', 'fields' => 'ids' ) )[0] );
		$end_it = static function ( string $sql ) use ( $wpdb, $runs, &$end_it ): string {
			if ( str_starts_with( $sql, 'SELECT' ) && str_contains( $sql, 'active = 1' ) ) {
				remove_filter( 'query', $end_it );
				$wpdb->query( "UPDATE $runs SET active = NULL, status = 'cancelled'" );
			}
			return $sql;
		};
		add_filter( 'query', $end_it );
		$request = new WP_REST_Request( 'POST', '/keycrm-stock/v1/runs' );
		$request->set_body_params( array( 'mode' => 'sync' ) );
		$answer = rest_do_request( $request );
		return array(
			'was_active' => null !== $old,
			'status'     => $answer->get_status(),
			'is_new'     => (int) $old < ( $answer->get_data()['id'] ?? 0 ),
			'active'     => (int) $wpdb->get_var( "SELECT COUNT(*) FROM $runs WHERE active = 1" ),
		);
	` );
	expect( answer ).toEqual( {
		was_active: true,
		status: 200,
		is_new: true,
		active: 1,
	} );
} );
