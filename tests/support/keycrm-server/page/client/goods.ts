import type { Goods, Row } from './api';
import { button, byId, make } from './dom';

/** The stock changes that the page offers for a row, each per piece. */
export const DEEDS = [
	{ name: 'Sell', title: 'Takes pieces out', quantity: -1, reserve: 0 },
	{ name: 'Receive', title: 'Puts pieces in', quantity: 1, reserve: 0 },
	{ name: 'Reserve', title: 'Keeps pieces back', quantity: 0, reserve: 1 },
	{ name: 'Release', title: 'Gives pieces free', quantity: 0, reserve: -1 },
] as const;

export type Deed = ( typeof DEEDS )[ number ];

export function showGoods(
	goods: Goods,
	act: ( row: Row, deed: Deed ) => void
): void {
	const table = byId( 'goods', HTMLTableElement );
	const names = goods.warehouses.map( ( { name } ) => name );
	const heads = [ 'Product', ...names, 'Reserved', 'Free', '' ];
	const head = make( 'tr', '' );
	heads.forEach( ( text, place ) => {
		const is_number = place > 0 && '' !== text;
		const th = make( 'th', is_number ? 'number' : '', text );
		th.scope = 'col';
		head.append( th );
	} );
	table.tHead?.replaceChildren( head );
	const rows = goods.items.map( ( row ) => rowOf( row, goods, act ) );
	table.tBodies[ 0 ]?.replaceChildren(
		...( rows.length > 0 ? rows : [ emptyRow( heads.length ) ] )
	);
}

function rowOf(
	row: Row,
	goods: Goods,
	act: ( row: Row, deed: Deed ) => void
): HTMLTableRowElement {
	const unit = null === row.unit ? '' : `, ${ row.unit }`;
	const variant = '' === row.variant ? '' : `, ${ row.variant }`;
	const title = make( 'th', '', `${ row.name }${ variant }${ unit }` );
	title.scope = 'row';
	title.append( make( 'span', 'sku', row.sku ?? 'no SKU' ) );
	const held = goods.warehouses.map( ( { id, name } ) => {
		const line = row.stock.find( ( one ) => one.warehouse_id === id );
		return cell( name, undefined === line ? '–' : String( line.quantity ) );
	} );
	const free = Math.round( ( row.quantity - row.reserve ) * 1000 ) / 1000;
	const free_cell = cell( 'Free', String( free ) );
	free_cell.classList.add( 'free' );
	free_cell.classList.toggle( 'low', free <= 0 );
	const actions = make( 'td', 'actions' );
	for ( const deed of DEEDS ) {
		const one = button( deed.name, () => act( row, deed ) );
		one.title = deed.title;
		one.setAttribute(
			'aria-label',
			`${ deed.name }: ${ row.name }${ variant }`
		);
		actions.append( one, ' ' );
	}
	const reserved = cell( 'Reserved', String( row.reserve ) );
	return make( 'tr', '', title, ...held, reserved, free_cell, actions );
}

function cell( label: string, text: string ): HTMLTableCellElement {
	const element = make( 'td', 'number', text );
	element.dataset[ 'label' ] = label;
	return element;
}

function emptyRow( columns: number ): HTMLTableRowElement {
	const only = make( 'td', 'empty', 'Nothing found.' );
	only.colSpan = columns;
	return make( 'tr', '', only );
}

export function showPager(
	page: number,
	goods: Goods,
	go: ( page: number ) => void
): void {
	const back = button( 'Back', () => go( page - 1 ) );
	const on = button( 'Next', () => go( page + 1 ) );
	back.disabled = page <= 1;
	on.disabled = page >= goods.pages;
	byId( 'pager', HTMLElement ).replaceChildren(
		back,
		`${ page } of ${ goods.pages }`,
		on
	);
}

/** Refills the list of warehouses if it has changed. */
export function showWarehouses( goods: Goods ): void {
	const choice = byId( 'warehouse', HTMLSelectElement );
	const names = goods.warehouses.map( ( { name } ) => name ).join();
	const shown = [ ...choice.options ].map( ( { text } ) => text ).join();
	if ( names === shown ) {
		return;
	}
	const chosen = choice.value;
	choice.replaceChildren(
		...goods.warehouses.map(
			( { id, name } ) => new Option( name, String( id ) )
		)
	);
	choice.value = chosen;
	if ( '' === choice.value ) {
		choice.selectedIndex = 0;
	}
}
