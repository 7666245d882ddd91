/** A shop with stock beside a KeyCRM account that has the same products and none of them in stock. */
import { bulkFill } from '../../../support/fill/bulk-fill';
import type { ShopOptions } from '../../../support/worlds/shop';
import { openSession } from '../session';
import type { Session } from '../session';

/** B-0, B-1 … with 10, 11 … in the shop. */
export async function openBlank(
	count: number,
	options: ShopOptions = {}
): Promise< Session > {
	const places = Array.from( { length: count }, ( _, place ) => place );
	const session = await openSession(
		{
			offers: places.map( ( place ) => ( {
				sku: `B-${ place }`,
				quantity: 0,
			} ) ),
		},
		options
	);
	await bulkFill(
		session.shop,
		places.map( ( place ) => ( {
			sku: `B-${ place }`,
			name: `Product ${ place }`,
			price: 10,
			stock: 10 + place,
			type: 'simple',
			parent: -1,
		} ) )
	);
	return session;
}
