import { z } from 'zod';
import {
	orderSeedSchema,
	orderSourceSchema,
	orderStatusSchema,
} from '../model/order-types';
import { action, byId, DONE, nothing } from './action';

const statusBody = byId.extend( { status_id: z.number() } );
const splitBody = byId.extend( { line_ids: z.array( z.number() ) } );

const copyBody = byId.extend( { keeps_number: z.boolean() } );

const settingsBody = z.object( {
	statuses: z.array( orderStatusSchema ).optional(),
	sources: z.array( orderSourceSchema ).optional(),
	reserve_status_ids: z.array( z.number() ).optional(),
	write_off_status_ids: z.array( z.number() ).optional(),
} );

export const orderActions = [
	action( 'orders', nothing, ( { orders } ) => ( { orders: orders.all() } ) ),
	action( 'orders/create', orderSeedSchema, ( { orders }, seed ) => ( {
		id: orders.create( seed ),
	} ) ),
	action( 'orders/status', statusBody, ( { orders }, { id, status_id } ) => {
		orders.setStatus( id, status_id );
		return DONE;
	} ),
	action( 'orders/remove', byId, ( { orders }, { id } ) => {
		orders.remove( id );
		return DONE;
	} ),
	action( 'orders/split', splitBody, ( { orders }, { id, line_ids } ) => ( {
		id: orders.split( id, line_ids ),
	} ) ),
	action( 'orders/copy', copyBody, ( { orders }, { id, keeps_number } ) => ( {
		id: orders.copy( id, keeps_number ),
	} ) ),
	action( 'orders/settings', settingsBody, ( { orders }, patch ) => {
		Object.assign( orders.settings, patch );
		return orders.settings;
	} ),
];
