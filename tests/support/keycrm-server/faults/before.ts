import { retryAfterValue } from '../http/retry-after';
import type { Reply } from '../http/reply';
import { html, message, nginx, reasonOf } from '../http/reply';
import { plantOffer } from '../model/plant';
import type { World } from '../world';
import type { Faults } from './fault-box';
import type { FaultOf } from './fault-types';

const NGINX_STATUSES = [ 414, 502, 503, 504 ];
const TRUE_MESSAGES: Record< number, string > = {
	401: 'Unauthenticated.',
	404: 'Not found.',
	429: 'Too Many Attempts.',
	500: 'Server Error',
};

/** @return The answer of a fault that replaces the account's answer, if there is one. */
export function answerInstead(
	world: World,
	faults: Faults
): Reply | undefined {
	const status = faults.find( 'status' );
	if ( undefined !== status ) {
		return statusReply( status );
	}
	const rate = faults.find( 'rate_limited' );
	if ( undefined !== rate ) {
		const reply = statusReply( { ...rate, kind: 'status', status: 429 } );
		const how = rate.retry_after ?? { as: 'none' };
		const value = retryAfterValue( how, 60_000, world.clock.now() );
		return null === value
			? reply
			: withHeader( reply, 'Retry-After', value );
	}
	const redirect = faults.find( 'redirect' );
	if ( undefined !== redirect ) {
		const reply = html( redirect.status ?? 302, 'Redirecting…' );
		return withHeader( reply, 'Location', redirect.to ?? '/login' );
	}
	return undefined;
}

/** Makes the faults' changes in the account before it answers. */
export function changeAccount( world: World, faults: Faults ): void {
	const { catalogue, stock } = world;
	for ( const change of faults.all( 'stock_moves' ) ) {
		const offer = catalogue.offer( change.offer_id );
		if ( undefined !== offer ) {
			const { warehouse_id, quantity } = change;
			stock.move( offer, warehouse_id, { quantity }, 'document' );
		}
	}
	for ( const { offer, where } of faults.all( 'offer_appears' ) ) {
		plantOffer( catalogue, offer, world.clock.now(), where );
	}
	for ( const { offer_id } of faults.all( 'offer_vanishes' ) ) {
		catalogue.removeOffer( offer_id );
	}
}

function statusReply( fault: FaultOf< 'status' > ): Reply {
	const { status } = fault;
	const usual = NGINX_STATUSES.includes( status ) ? 'html' : 'json';
	switch ( fault.body ?? usual ) {
		case 'html':
			return nginx( status );
		case 'empty':
			return html( status, '' );
		case 'json':
			return message(
				status,
				fault.message ?? TRUE_MESSAGES[ status ] ?? reasonOf( status )
			);
	}
}

function withHeader( reply: Reply, name: string, value: string ): Reply {
	return { ...reply, headers: { ...reply.headers, [ name ]: value } };
}
