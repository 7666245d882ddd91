/** Tests which repairs the list of mismatches offers in each direction, and with which words. */
import { OddShop } from '../support/shops/odd-shop';
import { save, sync } from '../support/session';
import { confirmed, WAREHOUSE } from '../support/push';

let odd: OddShop;

beforeAll( async () => {
	odd = await OddShop.open();
	expect( ( await sync( odd.session.shop ) ).status ).toBe( 'succeeded' );
} );
afterAll( () => odd.session.stop() );

const group = async ( name: string ) =>
	( await odd.groups() ).groups.find( ( one ) => one.group === name );

const stored = () =>
	odd.session.shop.sql(
		"SELECT post_id, meta_key, meta_value FROM wp_postmeta WHERE meta_key IN ( '_stock', '_manage_stock' ) ORDER BY post_id, meta_key"
	);

describe( 'where KeyCRM leads', () => {
	it( 'offers to switch stock management on, with the words of the button and of a failure', async () => {
		expect( await group( 'not_managed' ) ).toMatchObject( {
			advice: expect.stringMatching(
				/each gets KeyCRM’s stock quantity/
			),
			actions: [
				{
					action: 'switch-on',
					label: 'Switch stock management on',
					failed: 'Stock management was not switched on for all of them.',
				},
				{ action: 'leave-alone', label: 'Leave alone' },
			],
		} );
		expect( ( await group( 'only_in_keycrm' ) )?.actions ).toEqual( [] );
		expect( ( await group( 'excluded' ) )?.actions ).toMatchObject( [
			{ action: 'include', label: 'Sync again' },
		] );
	} );
} );

describe( 'where the shop leads', () => {
	beforeAll( async () => {
		const { session } = odd;
		await save( session.shop, {
			direction: 'shop_to_keycrm',
			push_warehouse_id: WAREHOUSE,
		} );
		expect(
			( await confirmed( session, await sync( session.shop ) ) ).status
		).toBe( 'succeeded' );
	} );

	it( 'does not offer to write a quantity into the shop, and says why', async () => {
		expect( await group( 'not_managed' ) ).toMatchObject( {
			advice: expect.stringMatching(
				/^WooCommerce keeps no stock quantity for these, so there is none that KeyCRM could get\./
			),
			actions: [ { action: 'leave-alone' } ],
		} );
	} );

	it( 'says of each group what it means for KeyCRM’s quantity', async () => {
		const { groups } = await odd.groups();
		for ( const { group: name, advice } of groups ) {
			expect( [ name, advice ] ).not.toEqual( [
				name,
				expect.stringMatching(
					/KeyCRM’s (numbers?|stock quantity)|number in the shop/
				),
			] );
		}
	} );

	it( 'refuses to switch stock management on, and writes nothing', async () => {
		const before = await stored();
		const ids = [ odd.idOf( 'OFF' ), odd.idOf( 'OFF-2' ) ];
		const { done, message, left } = await odd.fix( 'switch-on', ...ids );
		expect( [ done, message ] ).toEqual( [ [], '' ] );
		expect( left ).toEqual(
			ids.map( ( product_id ) => ( {
				product_id,
				reason: expect.stringMatching(
					/^The shop keeps the stock that counts/
				),
			} ) )
		);
		expect( await stored() ).toEqual( before );
	} );
} );
