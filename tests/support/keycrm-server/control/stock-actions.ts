import { z } from 'zod';
import type { Offer } from '../model/types';
import type { World } from '../world';
import { action } from './action';

const PER_PAGE = 30;

const where = {
	offer_id: z.number(),
	warehouse_id: z.number(),
};

const setBody = z.object( { ...where, quantity: z.number() } );

const moveBody = z.object( {
	...where,
	quantity: z.number().optional(),
	reserve: z.number().optional(),
} );

const offersBody = z.object( {
	search: z.string().optional(),
	page: z.number().optional(),
} );

function known( { catalogue }: World, id: number ): Offer {
	const offer = catalogue.offer( id );
	if ( undefined === offer ) {
		throw new Error( `There is no offer ${ id }.` );
	}
	return offer;
}

export const stockActions = [
	action( 'stock/set', setBody, ( world, body ) => {
		const offer = known( world, body.offer_id );
		world.stock.set( offer, body.warehouse_id, body.quantity, 'manual' );
		return overview( world, offer );
	} ),
	action( 'stock/move', moveBody, ( world, body ) => {
		const offer = known( world, body.offer_id );
		const by = { quantity: body.quantity ?? 0, reserve: body.reserve ?? 0 };
		world.stock.move( offer, body.warehouse_id, by, 'document' );
		return overview( world, offer );
	} ),
	action( 'offers', offersBody, ( world, { search, page } ) => {
		const found = matching( world.catalogue.offers(), search ?? '' );
		const from = ( ( page ?? 1 ) - 1 ) * PER_PAGE;
		return {
			total: found.length,
			pages: Math.max( 1, Math.ceil( found.length / PER_PAGE ) ),
			warehouses: [ ...world.catalogue.warehouses.values() ],
			now_ms: world.clock.now(),
			limit_per_minute: world.behaviour.limit_per_minute,
			items: found
				.slice( from, from + PER_PAGE )
				.map( ( offer ) => overview( world, offer ) ),
		};
	} ),
];

function matching( offers: readonly Offer[], search: string ) {
	const wanted = search.trim().toLowerCase();
	return '' === wanted
		? offers
		: offers.filter( ( { sku, product } ) =>
				`${ sku ?? '' } ${ product.name }`
					.toLowerCase()
					.includes( wanted )
		  );
}

/** The fields of an offer that the page shows. */
function overview( { stock }: World, offer: Offer ) {
	return {
		id: offer.id,
		sku: offer.sku,
		name: offer.product.name,
		variant: offer.properties.map( ( { value } ) => value ).join( ', ' ),
		unit: offer.product.unit_type,
		stock: offer.stock,
		...stock.totals( offer ),
	};
}
