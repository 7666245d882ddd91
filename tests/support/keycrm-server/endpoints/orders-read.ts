import { commaList } from '../http/call';
import { paginate, rowsOf } from '../http/paginate';
import type { QueryRules } from '../http/query-rules';
import { listOf, refusedQuery } from '../http/query-rules';
import type { Reply } from '../http/reply';
import { json, message } from '../http/reply';
import type { Order } from '../model/order-types';
import type { Request } from './handler';
import { orderJson, statusJson } from './order-json';

const RULES: QueryRules = {
	filters: [
		'source_uuid',
		'source_id',
		'status_id',
		'payment_status',
		'created_between',
		'updated_between',
	],
	includes: [
		'buyer',
		'manager',
		'payments',
		'products',
		'products.offer',
		'shipping',
		'shipping.deliveryService',
		'status',
		'tags',
	],
	sorts: [ 'id', '-id' ],
};

/** GET /order: newest first. */
export function readOrders( { world, call, faults }: Request ): Reply {
	const refusal = refusedQuery( call, RULES );
	if ( undefined !== refusal ) {
		return refusal;
	}
	const one_of = ( name: string, value: ( order: Order ) => unknown ) => {
		const values = commaList( call, `filter[${ name }]` );
		return ( order: Order ) =>
			null === values || values.includes( String( value( order ) ) );
	};
	const between = ( name: string, value: ( order: Order ) => number ) => {
		const [ from, to ] = commaList( call, `filter[${ name }]` ) ?? [];
		return ( order: Order ) => {
			const second = Math.floor( value( order ) / 1000 ) * 1000;
			return second >= utc( from, 0 ) && second <= utc( to, Infinity );
		};
	};
	const tests = [
		one_of( 'source_uuid', ( order ) => order.source_uuid ),
		one_of( 'source_id', ( order ) => order.source_id ),
		one_of( 'status_id', ( order ) => order.status_id ),
		between( 'created_between', ( order ) => order.created_ms ),
		between( 'updated_between', ( order ) => order.updated_ms ),
	];
	const found = world.orders
		.all()
		.filter( ( order ) => tests.every( ( test ) => test( order ) ) );
	if ( 'id' === call.query.get( 'sort' ) ) {
		found.reverse();
	}
	const includes = listOf( call, 'include' );
	const rows = rowsOf( found, ( order ) =>
		orderJson( world, order, includes )
	);
	return paginate( call, rows, world.behaviour, faults );
}

/** GET /order/{id}: without an envelope. */
export function readOrder( { world, call, id }: Request ): Reply {
	const refusal = refusedQuery( call, { ...RULES, filters: [] } );
	const order = world.orders.order( id );
	if ( undefined === order ) {
		return message( 404, 'Not found.' );
	}
	const includes = listOf( call, 'include' );
	return refusal ?? json( 200, orderJson( world, order, includes ) );
}

/** GET /order/source. */
export function readSources( { world, call, faults }: Request ): Reply {
	const { source_filter } = world.behaviour;
	const refusal = refusedQuery( call, {
		filters: 'refused' === source_filter ? [] : [ 'driver' ],
	} );
	if ( undefined !== refusal ) {
		return refusal;
	}
	const drivers =
		'heeded' === source_filter ? commaList( call, 'filter[driver]' ) : null;
	const found = world.orders.settings.sources.filter(
		( { driver } ) => null === drivers || drivers.includes( driver )
	);
	const rows = rowsOf( found, ( source ) => ( {
		...source,
	} ) );
	return paginate( call, rows, world.behaviour, faults );
}

/** GET /order/status. */
export function readStatuses( { world, call, faults }: Request ): Reply {
	const rows = rowsOf( world.orders.settings.statuses, ( { id } ) =>
		statusJson( world, id )
	);
	return paginate( call, rows, world.behaviour, faults );
}

/** @return Unix milliseconds of `YYYY-MM-DD HH:MM:SS` in UTC. */
function utc( text: string | undefined, otherwise: number ): number {
	const time = Date.parse(
		`${ ( text ?? '' ).trim().replace( ' ', 'T' ) }Z`
	);
	return Number.isNaN( time ) ? otherwise : time;
}
