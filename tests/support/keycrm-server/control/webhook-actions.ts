import { z } from 'zod';
import { action, DONE, nothing } from './action';

const connectBody = z.object( {
	url: z.string(),
	kinds: z.array( z.enum( [ 'stock', 'order' ] ) ).default( [ 'stock' ] ),
	warehouses: z.array( z.number() ).default( [] ),
} );

const releaseBody = z.object( {
	sequence: z.enum( [ 'in_order', 'reversed' ] ).default( 'in_order' ),
} );

export const webhookActions = [
	action( 'webhooks', nothing, ( { webhooks } ) => ( {
		connected: webhooks.connected(),
		calls: webhooks.calls,
	} ) ),
	action( 'webhooks/connect', connectBody, ( { webhooks }, target ) => {
		webhooks.connect( target );
		return DONE;
	} ),
	action(
		'webhooks/disconnect',
		z.object( { url: z.string().optional() } ),
		( { webhooks }, { url } ) => {
			webhooks.disconnect( url );
			return DONE;
		}
	),
	action(
		'webhooks/send',
		z.object( { body: z.string() } ),
		( { webhooks }, { body } ) => {
			webhooks.send( body );
			return DONE;
		}
	),
	action( 'webhooks/release', releaseBody, ( { webhooks }, body ) => {
		webhooks.release( body.sequence );
		return DONE;
	} ),
];
