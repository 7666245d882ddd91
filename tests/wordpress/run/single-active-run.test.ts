/** Tests that only one run is active at a time, whoever starts it and when. */
import { phpFile } from '../../support/php-file';
import { openSession } from '../support/session';
import type { Session } from '../support/session';
import { offers } from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: offers( 1 ) } );
} );
afterAll( () => session.stop() );

it( 'never has two active runs', async () => {
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

/** Requests a run while another is active, which ends between the failed start and the search for the active run. */
async function ask( { confirms = false } = {} ) {
	return session.shop.php(
		phpFile( __dirname, 'single-active-run-ask.php', { confirms } )
	);
}

const BEGUN = { was_active: true, in_the_way: true, status: 200, active: 1 };

it( 'starts a run when the active run ends in the same moment', async () => {
	expect( await ask() ).toEqual( { ...BEGUN, is_new: true } );
} );

it( 'continues a confirmed run when the active run ends in the same moment', async () => {
	expect( await ask( { confirms: true } ) ).toEqual( {
		...BEGUN,
		is_new: false,
	} );
} );
