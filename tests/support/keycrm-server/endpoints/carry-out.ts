import type { Reply } from '../http/reply';
import { invalid, json, message } from '../http/reply';
import type { Request } from './handler';

/** Writes the rows unless a fault prevents it; then answers with the status `success`. */
export function carryOut< T >(
	{ world, faults }: Request,
	rows: readonly T[],
	write: ( row: T ) => void,
	success: number
): Reply {
	const change = faults.find( 'write' )?.change;
	if ( 'refused' === change ) {
		return invalid( {
			'stocks.0.quantity': 'The given data was invalid.',
		} );
	}
	if ( 'status_false' === change ) {
		return json( success, { status: false } );
	}
	const part = rows.slice( 0, faults.find( 'write_part' )?.rows );
	const late = faults.find( 'write_late' );
	if ( undefined !== late ) {
		world.schedule.in( late.ms, () => part.forEach( write ) );
	} else if ( 'not_applied' !== change ) {
		part.forEach( write );
	}
	return 'applied_then_500' === change
		? message( 500, 'Server Error' )
		: json( success, { status: true } );
}
