export interface Warehouse {
	id: number;
	name: string;
}

export interface Row {
	id: number;
	sku: string | null;
	name: string;
	variant: string;
	unit: string | null;
	stock: { warehouse_id: number; quantity: number; reserve: number }[];
	quantity: number;
	reserve: number;
}

export interface Goods {
	total: number;
	pages: number;
	warehouses: Warehouse[];
	now_ms: number;
	limit_per_minute: number | null;
	items: Row[];
}

export interface Entry {
	number: number;
	at: string;
	method: string;
	address: string;
	status: number | null;
	faults: string[];
}

export interface SwitchedFault {
	id: number;
	fault: { kind: string };
	scope: { next?: number; page?: number };
	seen: number;
}

async function post< T >( action: string, body: object ): Promise< T > {
	const response = await fetch( `/control/${ action }`, {
		method: 'POST',
		body: JSON.stringify( body ),
	} );
	const answer = await response.json();
	if ( ! response.ok ) {
		throw new Error( answer.message );
	}
	return answer;
}

export const readGoods = ( search: string, page: number ) =>
	post< Goods >( 'offers', { search, page } );

export const moveStock = ( move: {
	offer_id: number;
	warehouse_id: number;
	quantity?: number;
	reserve?: number;
} ) => post< Row >( 'stock/move', move );

export const readLog = () =>
	post< { entries: Entry[] } >( 'log', { last: 40 } );

export const clearLog = () => post( 'log/clear', {} );

export const readFaults = () =>
	post< { faults: SwitchedFault[] } >( 'faults', {} );

export const addFault = ( fault: object, scope: object ) =>
	post( 'faults/add', { fault, scope } );

export const removeFault = ( id: number ) => post( 'faults/remove', { id } );
