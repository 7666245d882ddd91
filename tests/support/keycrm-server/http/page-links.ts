import type { JsonObject } from '../json';
import type { Call } from './call';

const HOST = 'https://openapi.keycrm.app/v1';
const NEIGHBOURS = 3;

/** The URLs of an envelope: KeyCRM's real host, the same query, and `page` last. */
export function pageLinks(
	call: Call,
	page: number,
	last_page: number
): JsonObject {
	const path = HOST + call.path;
	const query = new URLSearchParams();
	for ( const [ name, value ] of call.query ) {
		if ( 'page' !== name ) {
			query.append( name, value );
		}
	}
	const address = ( number: number ) => {
		query.set( 'page', String( number ) );
		return `${ path }?${ query.toString() }`;
	};
	const previous = page > 1 ? address( page - 1 ) : null;
	const next = page < last_page ? address( page + 1 ) : null;
	return {
		path,
		first_page_url: address( 1 ),
		last_page_url: address( last_page ),
		prev_page_url: previous,
		next_page_url: next,
		links: [
			{ url: previous, label: '&laquo; Previous', active: false },
			...numbers( page, last_page ).map( ( number ) =>
				null === number
					? { url: null, label: '...', active: false }
					: {
							url: address( number ),
							label: String( number ),
							active: number === page,
					  }
			),
			{ url: next, label: 'Next &raquo;', active: false },
		],
	};
}

/** @return Page numbers, null for a gap. */
function numbers( page: number, last_page: number ): ( number | null )[] {
	const near = Array.from(
		{ length: 2 * NEIGHBOURS + 1 },
		( _, step ) => page - NEIGHBOURS + step
	);
	const wanted = new Set( [ 1, 2, ...near, last_page - 1, last_page ] );
	const shown = [ ...wanted ]
		.filter( ( number ) => number >= 1 && number <= last_page )
		.sort( ( a, b ) => a - b );
	return shown.flatMap( ( number, place ) =>
		number - ( shown[ place - 1 ] ?? 0 ) > 1 ? [ null, number ] : [ number ]
	);
}
