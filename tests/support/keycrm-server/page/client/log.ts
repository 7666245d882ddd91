import type { Entry } from './api';
import { clearLog, readLog } from './api';
import { byId, make } from './dom';

export async function showLog(): Promise< void > {
	const { entries } = await readLog();
	const items = [ ...entries ].reverse().map( itemOf );
	byId( 'log', HTMLElement ).replaceChildren(
		...( items.length > 0
			? items
			: [ make( 'li', 'empty', 'No request yet.' ) ] )
	);
}

function itemOf( entry: Entry ): HTMLLIElement {
	const time = make( 'time', '', entry.at.slice( 11, 19 ) );
	const { method, address, faults, status } = entry;
	const shown = decoded( address ).replace( /^\/v1/, '' );
	const names = faults.length > 0 ? ` · ${ faults.join( ', ' ) }` : '';
	const failed = null === status || 0 === status || status >= 400;
	return make(
		'li',
		'',
		time,
		make( 'code', '', `${ method } ${ shown }${ names }` ),
		make( 'span', failed ? 'status failed' : 'status', textOf( status ) )
	);
}

function textOf( status: number | null ): string {
	if ( null === status ) {
		return 'waits';
	}
	return 0 === status ? 'cut' : String( status );
}

function decoded( address: string ): string {
	try {
		return decodeURIComponent( address );
	} catch {
		return address;
	}
}

export function prepareLog(): void {
	byId( 'clear-log', HTMLButtonElement ).addEventListener( 'click', () => {
		void clearLog().then( showLog );
	} );
}
