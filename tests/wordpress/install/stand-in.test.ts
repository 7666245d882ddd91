/**
 * Compares the WooCommerce of this world, real or stand-in, with a recording of the real one.
 * Actions, their order, their arguments, rows and answers must be the same.
 */
import {
	play,
	readExpected,
	SCENARIOS,
} from '../../support/stand-in-record/scenarios';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';

let shop: Shop;

beforeAll( async () => {
	shop = await openShop( { activate: 'absent' } );
} );

afterAll( () => shop.stop() );

test.each( SCENARIOS )(
	'$name: behaves as recorded from WooCommerce',
	async ( scenario ) => {
		expect( await shop.php( play( scenario ) ) ).toEqual(
			readExpected( scenario )
		);
	}
);
