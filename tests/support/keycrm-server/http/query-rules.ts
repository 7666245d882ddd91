import type { Call } from './call';
import type { Reply } from './reply';
import { message } from './reply';

export interface QueryRules {
	filters: readonly string[];
	includes?: readonly string[];
	sorts?: readonly string[];
}

/** @return If the query asks for anything not allowed, a 400 that lists what is. */
export function refusedQuery(
	call: Call,
	rules: QueryRules
): Reply | undefined {
	const filters = [ ...call.query.keys() ].flatMap( ( name ) => {
		const found = /^filter\[([^\]]*)\]/.exec( name );
		return undefined === found?.[ 1 ] ? [] : [ found[ 1 ] ];
	} );
	return (
		refused( 'filter', filters, rules.filters ) ??
		refused( 'include', listOf( call, 'include' ), rules.includes ?? [] ) ??
		refused( 'sort', listOf( call, 'sort' ), rules.sorts ?? [] )
	);
}

/** @return The parts of a comma list; empty where it was not given. */
export function listOf( call: Call, name: string ): string[] {
	const text = call.query.get( name ) ?? '';
	return '' === text ? [] : text.split( ',' ).map( ( part ) => part.trim() );
}

function refused(
	what: string,
	asked: readonly string[],
	allowed: readonly string[]
): Reply | undefined {
	const wrong = asked.filter( ( name ) => ! allowed.includes( name ) );
	return 0 === wrong.length
		? undefined
		: message(
				400,
				`Requested ${ what }(s) \`${ wrong.join(
					', '
				) }\` are not allowed. ` +
					`Allowed ${ what }(s) are \`${ allowed.join( ', ' ) }\`.`
		  );
}
