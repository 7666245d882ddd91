import { parseJson } from '../json';
import type { Call } from '../http/call';
import type { Reply } from '../http/reply';
import { message } from '../http/reply';
import type { World } from '../world';
import { accountActions } from './account-actions';
import { faultActions } from './fault-actions';
import { orderActions } from './order-actions';
import { stockActions } from './stock-actions';
import { webhookActions } from './webhook-actions';

const ACTIONS = new Map(
	[
		...accountActions,
		...faultActions,
		...stockActions,
		...orderActions,
		...webhookActions,
	].map( ( action ) => [ action.name, action ] )
);

/** Serves POST /control/{action} with a JSON object. If a field is missing, the answer is 400. */
export function serveControl( world: World, call: Call ): Reply {
	const action = ACTIONS.get( call.path.slice( 1 ) );
	if ( undefined === action || 'POST' !== call.method ) {
		return message( 404, `There is no POST /control${ call.path }.` );
	}
	try {
		const body = '' === call.body ? {} : parseJson( call.body );
		const text = JSON.stringify( action.run( world, body ) );
		return {
			status: 200,
			headers: {},
			content: { text, type: 'application/json' },
		};
	} catch ( error ) {
		return message( 400, String( error ) );
	}
}
