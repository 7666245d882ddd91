/** The headline and its advice while the shop's quantities go to KeyCRM: what they say of either side is true. */
import { call, current, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { confirmed, setStock, WAREHOUSE } from '../support/push';
import { openSmallShop } from '../support/shops/small-shop';
import { NO_WAKE_UP } from '../support/webhooks';

const SOLD = 12;
let session: Session;

beforeAll( async () => {
	session = await openSmallShop( SOLD, SOLD, {
		'no-wake-up.php': NO_WAKE_UP,
	} );
	await save( session.shop, {
		direction: 'shop_to_keycrm',
		push_warehouse_id: WAREHOUSE,
	} );
} );
afterAll( () => session.stop() );

async function said() {
	const { headline, explanation } = ( await current( session.shop ) ).facts;
	return [ headline.text, ...explanation ].join( ' ' );
}

it( 'a preview says what KeyCRM would get', async () => {
	await sync( session.shop, 'preview' );
	expect( await said() ).toMatch(
		/^Preview: KeyCRM would get other quantities of 12 products\. Nothing has been sent yet\./
	);
} );

it( 'the first sync in the new direction asks to look at the products, and mentions no stocktake', async () => {
	const stopped = await sync( session.shop );
	expect( stopped.status ).toBe( 'needs_confirmation' );
	expect( await said() ).toMatch( /Look at the products first:/ );
	expect( await said() ).not.toMatch( /stocktake|in the shop\b.*nothing/ );
	await confirmed( session, stopped );
	expect( await said() ).toMatch( /12 products .* in sync with KeyCRM/ );
} );

it( 'a preview without changes says that KeyCRM has the shop’s quantities', async () => {
	await sync( session.shop, 'preview' );
	expect( await said() ).toMatch(
		/nothing would change\. KeyCRM has the shop’s quantities of 12 products already\./
	);
} );

it( 'a sync that would empty KeyCRM sends the owner to the shop’s own stock', async () => {
	for ( let place = 0; place < SOLD; place++ ) {
		await setStock( session, `Q-${ place }`, 0 );
	}
	const stopped = await sync( session.shop );
	expect( stopped.guard?.reasons ).toContain( 'zeroed' );
	expect( await said() ).toMatch(
		/Otherwise check the stock in the shop first\.$/
	);
	await call( session.shop, 'DELETE', `/runs/${ stopped.id }` );
	expect( await said() ).toMatch( /It changed nothing in KeyCRM\./ );
} );
