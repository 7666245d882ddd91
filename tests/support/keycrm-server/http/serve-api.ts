import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Match } from '../endpoints/routes';
import { findRoute } from '../endpoints/routes';
import { answerInstead, changeAccount } from '../faults/before';
import { bend } from '../faults/bend';
import { Faults } from '../faults/fault-box';
import { send } from '../faults/wire';
import type { LogEntry } from '../log';
import type { World } from '../world';
import { authorization, budgetReply } from './access';
import type { Call } from './call';
import type { Reply } from './reply';
import { message, nginx, withoutFields } from './reply';

const NO_FAULTS = new Faults( [] );

interface Served {
	reply: Reply;
	faults: Faults;
}

/** Handles one request to /v1, from its log entry to the last byte. */
export async function serveApi(
	world: World,
	call: Call,
	response: ServerResponse
): Promise< void > {
	world.schedule.runDue();
	const route = findRoute( call.method, call.path );
	const entry = openEntry( world, call, route );
	const { reply, faults } = answer( world, call, route );
	world.afterAnswer.answered( entry.endpoint );
	entry.faults = faults.list.map( ( { kind } ) => kind );
	if ( world.behaviour.latency_ms > 0 ) {
		await sleep( world.behaviour.latency_ms );
	}
	if ( undefined === faults.find( 'hang' ) ) {
		entry.status = await send(
			response,
			shown( world, call, reply ),
			faults
		);
	}
}

function openEntry(
	world: World,
	call: Call,
	route: ReturnType< typeof findRoute >
): LogEntry {
	const { method, address, query, body } = call;
	return world.log.open( {
		method,
		address,
		endpoint: 'string' === typeof route ? `${ method } ?` : route.endpoint,
		query: Object.fromEntries( query ),
		headers: {
			...call.headers,
			authorization: authorization( world, call ),
		},
		body,
	} );
}

function answer(
	world: World,
	call: Call,
	route: ReturnType< typeof findRoute >
): Served {
	if ( call.address.length > world.behaviour.longest_address ) {
		return { reply: nginx( 414 ), faults: NO_FAULTS };
	}
	if ( 'no_such_path' === route ) {
		return { reply: message( 404, 'Not found.' ), faults: NO_FAULTS };
	}
	if ( 'other_method' === route ) {
		const text = `The ${ call.method } method is not supported for this route.`;
		return { reply: message( 405, text ), faults: NO_FAULTS };
	}
	if ( 'matched' !== authorization( world, call ) ) {
		return { reply: message( 401, 'Unauthenticated.' ), faults: NO_FAULTS };
	}
	const budget = budgetReply( world );
	return budget.allowed
		? handled( world, call, route, budget.headers )
		: { reply: budget.refusal, faults: NO_FAULTS };
}

function handled(
	world: World,
	call: Call,
	route: Match,
	headers: Record< string, string >
): Served {
	const faults = world.faults.take( call, route.endpoint );
	changeAccount( world, faults );
	const reply =
		answerInstead( world, faults ) ??
		bend( route.handle( { world, call, faults, id: route.id } ), faults );
	return {
		reply: { ...reply, headers: { ...headers, ...reply.headers } },
		faults,
	};
}

/** Laravel's HTML pages for clients that do not accept JSON, if switched on. */
function shown( world: World, call: Call, reply: Reply ): Reply {
	if (
		422 === reply.status &&
		'unnamed' === world.behaviour.refused_fields
	) {
		return withoutFields( reply );
	}
	const wants_json = ( call.headers[ 'accept' ] ?? '' ).includes( 'json' );
	return reply.status >= 400 &&
		! wants_json &&
		'html' === world.behaviour.errors_without_accept
		? { ...nginx( reply.status ), headers: reply.headers }
		: reply;
}
