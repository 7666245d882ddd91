import { z } from 'zod';
import { parseBody } from '../http/parse-body';
import type { Reply } from '../http/reply';
import { invalid } from '../http/reply';
import type { Offer } from '../model/types';
import type { World } from '../world';
import { carryOut } from './carry-out';
import type { Request } from './handler';

const MOST_ROWS = 10_000;

const rowSchema = z
	.object( {
		id: z.int().optional(),
		sku: z.string().optional(),
		quantity: z.number(),
	} )
	.refine( ( { id, sku } ) => undefined !== id || undefined !== sku, {
		error: 'The id field is required when sku is not present.',
		path: [ 'id' ],
	} );

const bodySchema = z.object( {
	warehouse_id: z.int(),
	stocks: z.array( rowSchema ).max( MOST_ROWS ),
} );

type Row = z.infer< typeof rowSchema >;

interface Write {
	offer: Offer;
	quantity: number;
}

/** PUT /offers/stocks: absolute quantities of one warehouse (keycrm-server/API.md §6). */
export function writeStocks( request: Request ): Reply {
	const { world, call } = request;
	const body = parseBody( bodySchema, call );
	if ( 'refusal' in body ) {
		return body.refusal;
	}
	const { warehouse_id, stocks } = body.value;
	const errors = mistakes( world, warehouse_id, stocks );
	if ( Object.keys( errors ).length > 0 ) {
		return invalid(
			'named' === world.behaviour.errors_in_push
				? errors
				: { stocks: 'The given data was invalid.' }
		);
	}
	const writes = stocks.flatMap( ( row ): Write[] => {
		const [ offer ] = offersOf( world, row );
		return undefined === offer ? [] : [ { offer, quantity: row.quantity } ];
	} );
	return carryOut(
		request,
		writes,
		( { offer, quantity } ) =>
			world.stock.set( offer, warehouse_id, quantity, 'api' ),
		202
	);
}

function offersOf( { catalogue }: World, { id, sku }: Row ): readonly Offer[] {
	if ( undefined === id ) {
		return catalogue.offersOfSku( sku ?? '' );
	}
	const offer = catalogue.offer( id );
	return undefined === offer ? [] : [ offer ];
}

function mistakes(
	world: World,
	warehouse_id: number,
	rows: readonly Row[]
): Record< string, string > {
	const { behaviour, catalogue } = world;
	const errors: Record< string, string > = {};
	if (
		! catalogue.warehouses.has( warehouse_id ) &&
		'refused' === behaviour.unknown_warehouse_in_push
	) {
		errors[ 'warehouse_id' ] = 'The selected warehouse id is invalid.';
	}
	rows.forEach( ( row, place ) => {
		const name = undefined === row.id ? 'sku' : 'id';
		const found = offersOf( world, row ).length;
		if ( 0 === found && 'refused' === behaviour.unknown_sku_in_push ) {
			errors[
				`stocks.${ place }.${ name }`
			] = `The selected stocks.${ place }.${ name } is invalid.`;
		}
		if ( found > 1 && 'refused' === behaviour.duplicate_sku ) {
			errors[ `stocks.${ place }.sku` ] = 'The SKU is not unique.';
		}
		if ( behaviour.refused_in_push.includes( row.id ?? 0 ) ) {
			errors[
				`stocks.${ place }.quantity`
			] = `The stocks.${ place }.quantity is invalid.`;
		}
		if ( row.quantity < 0 && 'refused' === behaviour.negative_in_push ) {
			errors[
				`stocks.${ place }.quantity`
			] = `The stocks.${ place }.quantity must be at least 0.`;
		}
	} );
	return errors;
}
