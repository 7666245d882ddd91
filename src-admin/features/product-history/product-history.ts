import { __ } from '@wordpress/i18n';
import * as z from 'zod/mini';
import { fetchHistory } from '../../api/requests';
import { ApiError } from '../../api/api-error';
import { html } from './create-element';
import { historyFigure } from './history-chart';

/** @see src-php-bridge/Admin/ProductEdit/StockMetaBox.php */
const productsSchema = z.array( z.object( { id: z.int(), name: z.string() } ) );
type Product = z.infer< typeof productsSchema >[ number ];

/** Selects one of several variations. */
function picker( products: Product[], onPick: ( id: number ) => void ) {
	const select = html(
		'select',
		{},
		...products.map( ( { id, name } ) =>
			html( 'option', { value: id }, name )
		)
	);
	select.addEventListener( 'change', ( { target } ) => {
		if ( target instanceof HTMLSelectElement ) {
			onPick( Number( target.value ) );
		}
	} );
	return html(
		'label',
		{},
		__( 'SKU', 'stock-sync-for-keycrm' ),
		' ',
		select
	);
}

/** Fetches and draws the history of a product once its box is scrolled into view. */
export function showHistory( box: HTMLElement ): void {
	const products = productsSchema.parse(
		JSON.parse( box.dataset[ 'products' ] ?? '[]' )
	);
	const [ first ] = products;
	if ( undefined === first ) {
		return;
	}
	const place = html( 'div', { 'aria-live': 'polite' } );
	let wanted = first.id;

	const load = async ( id: number ) => {
		wanted = id;
		place.setAttribute( 'aria-busy', 'true' );
		const shown = await fetchHistory( id ).then(
			historyFigure,
			( cause: unknown ) =>
				html( 'p', {}, ApiError.from( cause ).message )
		);
		// A late response for another variation must not be shown.
		if ( wanted === id ) {
			place.replaceChildren( shown );
			place.removeAttribute( 'aria-busy' );
		}
	};

	box.append(
		html( 'h4', {}, __( 'The last 30 days', 'stock-sync-for-keycrm' ) ),
		...( products.length > 1
			? [ picker( products, ( id ) => void load( id ) ) ]
			: [] ),
		place
	);
	const seen = new IntersectionObserver( ( [ entry ] ) => {
		if ( entry?.isIntersecting ) {
			seen.disconnect();
			void load( first.id );
		}
	} );
	seen.observe( box );
}
