import type { Json, JsonObject } from '../json';
import type { Reply } from '../http/reply';
import type { Faults } from './fault-box';
import type { FaultOf } from './fault-types';

/** @return The reply with what the faults change in its JSON. */
export function bend( reply: Reply, faults: Faults ): Reply {
	if ( ! ( 'json' in reply.content ) || reply.status >= 300 ) {
		return reply;
	}
	const { json } = reply.content;
	if ( ! isJsonObject( json ) || ! Array.isArray( json[ 'data' ] ) ) {
		return reply;
	}
	const list = { ...json };
	list[ 'data' ] = json[ 'data' ].map( ( row, place ) =>
		isJsonObject( row ) ? bendRow( row, place, faults ) : row
	);
	const { total } = list;
	if ( 'number' === typeof total ) {
		for ( const fault of faults.all( 'total' ) ) {
			list[ 'total' ] = total + fault.by;
		}
	}
	for ( const fault of faults.all( 'envelope' ) ) {
		bendEnvelope( list, fault.change );
	}
	for ( const { fields } of faults.all( 'envelope_says' ) ) {
		Object.assign( list, fields );
	}
	for ( const fault of faults.all( 'body' ) ) {
		bendData( list, fault.change );
	}
	return { ...reply, content: { json: list } };
}

function isJsonObject( value: Json | undefined ): value is JsonObject {
	return (
		'object' === typeof value && null !== value && ! Array.isArray( value )
	);
}

function bendEnvelope(
	list: JsonObject,
	change: FaultOf< 'envelope' >[ 'change' ]
): void {
	switch ( change ) {
		case 'last_page_missing':
			delete list[ 'last_page' ];
			return;
		case 'links_missing':
			delete list[ 'links' ];
			return;
		case 'total_missing':
			delete list[ 'total' ];
			return;
		case 'total_string':
			list[ 'total' ] = String( Number( list[ 'total' ] ) );
			return;
		case 'current_page_wrong':
			list[ 'current_page' ] = Number( list[ 'current_page' ] ) + 1;
			return;
		case 'next_page_null':
			list[ 'next_page_url' ] = null;
	}
}

function bendData(
	list: JsonObject,
	change: FaultOf< 'body' >[ 'change' ]
): void {
	if ( 'data_missing' === change ) {
		delete list[ 'data' ];
	} else if ( 'data_null' === change ) {
		list[ 'data' ] = null;
	} else if ( 'data_object' === change ) {
		const rows = list[ 'data' ];
		list[ 'data' ] = Array.isArray( rows )
			? Object.fromEntries( rows.entries() )
			: {};
	}
}

function bendRow( row: JsonObject, place: number, faults: Faults ): JsonObject {
	const bent = { ...row };
	for ( const { set, drop, every } of faults.all( 'row_fields' ) ) {
		if ( 0 === ( place + 1 ) % ( every ?? 1 ) ) {
			Object.assign( bent, set );
			( drop ?? [] ).forEach( ( field ) => delete bent[ field ] );
		}
	}
	for ( const { warehouse_id } of faults.all( 'warehouse_gone' ) ) {
		const { warehouse } = bent;
		if ( Array.isArray( warehouse ) ) {
			bent[ 'warehouse' ] = warehouse.filter(
				( line ) =>
					! isJsonObject( line ) || line[ 'id' ] !== warehouse_id
			);
		}
	}
	for ( const { by } of faults.all( 'sums_differ' ) ) {
		bent[ 'quantity' ] = Number( bent[ 'quantity' ] ) + by;
	}
	return bent;
}
