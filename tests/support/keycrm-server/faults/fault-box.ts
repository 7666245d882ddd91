import type { Call } from '../http/call';
import type { Endpoint, Fault, FaultKind, FaultOf, Scope } from './fault-types';

export interface ActiveFault {
	id: number;
	fault: Fault;
	scope: Scope;
	/** Matching requests so far, including those before the fault begins. */
	seen: number;
}

/** The faults that affect one request. */
export class Faults {
	constructor( readonly list: readonly Fault[] ) {}

	/** @return The first fault of the kind. */
	find< K extends FaultKind >( kind: K ): FaultOf< K > | undefined {
		return this.all( kind )[ 0 ];
	}

	all< K extends FaultKind >( kind: K ): FaultOf< K >[] {
		const is_kind = ( fault: Fault ): fault is FaultOf< K > =>
			fault.kind === kind;
		return this.list.filter( is_kind );
	}
}

/** The faults that are switched on. */
export class FaultBox {
	private active: ActiveFault[] = [];
	private next_id = 1;

	/** @return Number by which `remove()` knows it. */
	add( fault: Fault, scope: Scope = {} ): number {
		const id = this.next_id++;
		this.active.push( { id, fault, scope, seen: 0 } );
		return id;
	}

	remove( id: number ): void {
		this.active = this.active.filter( ( one ) => one.id !== id );
	}

	clear(): void {
		this.active = [];
	}

	list(): readonly ActiveFault[] {
		return this.active;
	}

	/** @return Those that hit this request; it is counted against them. */
	take( call: Call, endpoint: Endpoint ): Faults {
		const hits: Fault[] = [];
		for ( const one of this.active ) {
			if ( matches( one, call, endpoint ) ) {
				one.seen++;
				if ( one.seen > ( one.scope.after ?? 0 ) ) {
					hits.push( one.fault );
				}
			}
		}
		this.active = this.active.filter( ( { scope, seen } ) => {
			const { next, after } = scope;
			return undefined === next || seen < next + ( after ?? 0 );
		} );
		return new Faults( hits );
	}
}

function matches(
	{ scope, fault }: ActiveFault,
	call: Call,
	endpoint: Endpoint
): boolean {
	if ( fault.kind.startsWith( 'write' ) && 'GET' === call.method ) {
		return false;
	}
	const page = Number( call.query.get( 'page' ) ?? 1 );
	return (
		( undefined === scope.endpoint || scope.endpoint === endpoint ) &&
		( undefined === scope.page || scope.page === page )
	);
}
