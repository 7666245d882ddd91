import type { Endpoint } from '../faults/fault-types';
import type { Handler } from './handler';
import {
	readOrder,
	readOrders,
	readSources,
	readStatuses,
} from './orders-read';
import {
	readCategories,
	readOffers,
	readProduct,
	readProducts,
} from './products-read';
import {
	importProducts,
	postOffers,
	postProduct,
	putOffers,
	putProduct,
} from './products-write';
import { readStocks } from './stocks-read';
import { writeStocks } from './stocks-write';

interface Route {
	endpoint: Endpoint;
	handle: Handler;
}

export interface Match extends Route {
	id: number;
}

const ROUTES: readonly Route[] = [
	{ endpoint: 'GET /offers/stocks', handle: readStocks },
	{ endpoint: 'PUT /offers/stocks', handle: writeStocks },
	{ endpoint: 'GET /offers', handle: readOffers },
	{ endpoint: 'PUT /offers', handle: putOffers },
	{ endpoint: 'GET /products', handle: readProducts },
	{ endpoint: 'POST /products', handle: postProduct },
	{ endpoint: 'POST /products/import', handle: importProducts },
	{ endpoint: 'GET /products/categories', handle: readCategories },
	{ endpoint: 'GET /products/{id}', handle: readProduct },
	{ endpoint: 'PUT /products/{id}', handle: putProduct },
	{ endpoint: 'POST /products/{id}/offers', handle: postOffers },
	{ endpoint: 'GET /order', handle: readOrders },
	{ endpoint: 'GET /order/{id}', handle: readOrder },
	{ endpoint: 'GET /order/source', handle: readSources },
	{ endpoint: 'GET /order/status', handle: readStatuses },
];

const PATTERNS = ROUTES.map( ( route ) => {
	const [ method = '', path = '' ] = route.endpoint.split( ' ' );
	const pattern = new RegExp( `^${ path.replace( '{id}', '(\\d+)' ) }/?$` );
	return { method, pattern, route };
} );

/** @return The endpoint, or why there is none. */
export function findRoute(
	method: string,
	path: string
): Match | 'no_such_path' | 'other_method' {
	const same_path = PATTERNS.filter( ( { pattern } ) =>
		pattern.test( path )
	);
	const found = same_path.find( ( one ) => one.method === method );
	if ( undefined !== found ) {
		const id = Number( found.pattern.exec( path )?.[ 1 ] ?? 0 );
		return { ...found.route, id };
	}
	return 0 === same_path.length ? 'no_such_path' : 'other_method';
}
