import { z } from 'zod';
import { faultSchema, scopeSchema } from '../faults/fault-types';
import { action, byId, DONE, nothing } from './action';

const addBody = z.object( {
	fault: faultSchema,
	scope: scopeSchema.optional(),
} );

const logBody = z.object( {
	endpoint: z.string().optional(),
	/** Only this many of the newest entries. */
	last: z.number().optional(),
} );

export const faultActions = [
	action( 'faults', nothing, ( { faults } ) => ( {
		faults: faults.list(),
	} ) ),
	action( 'faults/add', addBody, ( { faults }, { fault, scope } ) => ( {
		id: faults.add( fault, scope ),
	} ) ),
	action( 'faults/remove', byId, ( { faults }, { id } ) => {
		faults.remove( id );
		return DONE;
	} ),
	action( 'faults/clear', nothing, ( { faults } ) => {
		faults.clear();
		return DONE;
	} ),
	action( 'log', logBody, ( { log }, { endpoint, last } ) => {
		const entries =
			undefined === endpoint ? log.entries() : log.of( endpoint );
		return {
			entries: undefined === last ? entries : entries.slice( -last ),
			counts: log.counts(),
		};
	} ),
	action( 'log/clear', nothing, ( { log } ) => {
		log.clear();
		return DONE;
	} ),
];
