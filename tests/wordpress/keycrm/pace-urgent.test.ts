/** Tests that a refresh's requests go before those of a sync, which still gets slots. */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';

let shop: Shop;

beforeAll( async () => {
	shop = await openShop();
} );
afterAll( () => shop.stop() );

it( 'leaves the next slot to an urgent run, for a while', async () => {
	// At 60 a minute a slot comes each 1,009 ms, because half a second of lag is assumed at first.
	expect( await shop.php( phpFile( __dirname, 'pace-urgent.php' ) ) ).toEqual(
		{
			before: 0,
			urgent: 1009,
			'left free': null,
			'urgent again': 2018,
			'still free': null,
			'taken at last': 3027,
			'kept no longer': 6000,
			'clock set back': 9000,
		}
	);
} );
