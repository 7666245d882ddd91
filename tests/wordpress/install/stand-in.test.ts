/**
 * Holds the WooCommerce of this world, real or stand-in, to what the real one was seen to do: the same
 * actions in the same order with the same arguments, the same rows, the same answers.
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
	'$name: as WooCommerce was recorded',
	async ( scenario ) => {
		expect( await shop.php( play( scenario ) ) ).toEqual(
			readExpected( scenario )
		);
	}
);
