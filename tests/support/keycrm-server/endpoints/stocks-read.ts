import type { Json, JsonObject } from '../json';
import { commaList } from '../http/call';
import { paginate, rowsOf } from '../http/paginate';
import type { Reply } from '../http/reply';
import { asServed } from '../model/served';
import type { Offer } from '../model/types';
import type { World } from '../world';
import type { Request } from './handler';
import { keptValues, offersOfIds, offersOfSkus } from './offer-filter';
import { moved } from './row-drift';

/** GET /offers/stocks: unknown parameters are ignored, filters included. */
export function readStocks( { world, call, faults }: Request ): Reply {
	const details = 'true' === call.query.get( 'filter[details]' );
	const offers = moved(
		select( { world, call, faults, id: 0 } ),
		world,
		faults
	);
	const rows = rowsOf( offers, ( offer ) =>
		asServed( offer, stockRow( world, offer, details ) )
	);
	return paginate( call, rows, world.behaviour, faults );
}

function select( { world, call, faults }: Request ): readonly Offer[] {
	const { catalogue, behaviour } = world;
	const ids = commaList( call, 'filter[offers_id]' );
	const skus = commaList( call, 'filter[offers_sku]' );
	let offers = catalogue.offers();
	if ( undefined === faults.find( 'filters_ignored' ) ) {
		if ( null !== ids ) {
			offers = offersOfIds( catalogue, keptValues( ids, faults ) );
		}
		if ( null !== skus ) {
			const kept = keptValues( skus, faults );
			const same = offersOfSkus( catalogue, kept, behaviour.sku_match );
			offers =
				null === ids
					? same
					: offers.filter( ( offer ) => same.includes( offer ) );
		}
	}
	const left_out =
		null === ids ? faults.find( 'left_out' )?.offer_ids ?? [] : [];
	return offers.filter(
		( offer ) =>
			! left_out.includes( offer.id ) &&
			! (
				offer.is_archived && 'hidden' === behaviour.archived_in_stocks
			) &&
			! (
				'left_out' === behaviour.zeros_in_stocks &&
				0 === world.stock.totals( offer ).quantity
			)
	);
}

function stockRow( world: World, offer: Offer, details: boolean ): JsonObject {
	const { quantity, reserve } = world.stock.totals( offer );
	const row: JsonObject = {
		id: offer.id,
		sku: offer.sku,
		price: offer.price,
		purchased_price: offer.purchased_price,
		quantity,
		reserve,
	};
	if ( details ) {
		row[ 'warehouse' ] = warehouseRows( world, offer );
	}
	return row;
}

function warehouseRows( world: World, offer: Offer ): Json[] {
	const { catalogue, behaviour, stock } = world;
	const lines = [ ...stock.lines( offer ) ];
	if ( 'shown' === behaviour.untouched_warehouses ) {
		for ( const { id } of catalogue.warehouses.values() ) {
			if ( ! lines.some( ( line ) => line.warehouse_id === id ) ) {
				lines.push( { warehouse_id: id, quantity: 0, reserve: 0 } );
			}
		}
	}
	return lines
		.sort( ( a, b ) => a.warehouse_id - b.warehouse_id )
		.map( ( { warehouse_id, quantity, reserve } ) => ( {
			id: warehouse_id,
			name: catalogue.warehouses.get( warehouse_id )?.name ?? '',
			quantity,
			reserve,
		} ) );
}
