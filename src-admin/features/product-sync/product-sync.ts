import { __ } from '@wordpress/i18n';
import { ApiError } from '../../api/api-error';
import { syncProduct } from '../../api/requests';
import type { ProductSync } from '../../contract';
import { formatNumber } from '../../lib/format';
import { html } from '../product-history/create-element';
import { updateStockFields } from './stock-fields';

const notice = ( level: string, sentence: string ) =>
	html(
		'div',
		{ class: `notice notice-${ level } inline` },
		html( 'p', {}, sentence )
	);

/**
 * Says in the table of the box what became of each product.
 *
 * @see src-php-bridge/Admin/ProductEdit/StockMetaBox.php
 */
function updateRows( box: ParentNode, { products }: ProductSync ): void {
	for ( const { product_id: id, after, sentence } of products ) {
		const stock = box.querySelector( `th[data-product="${ id }"]` )
			?.nextElementSibling;
		const words = stock?.nextElementSibling;
		if ( stock && words ) {
			stock.textContent = null === after ? '—' : formatNumber( after );
			words.textContent = sentence;
		}
	}
}

/** Adds “Sync this product” and, below it, what came of it. */
export function offerSync( place: HTMLElement ): void {
	const id = Number( place.dataset[ 'product' ] );
	const button = html(
		'button',
		{ type: 'button', class: 'button' },
		__( 'Sync this product', 'stock-sync-for-keycrm' )
	);
	const said = html( 'div', { role: 'status' } );
	let busy = false;

	const sync = async () => {
		if ( busy ) {
			return;
		}
		busy = true;
		// Not `disabled`, which would take the focus from the button.
		button.setAttribute( 'aria-disabled', 'true' );
		said.replaceChildren(
			html( 'p', {}, __( 'Asking KeyCRM…', 'stock-sync-for-keycrm' ) )
		);
		try {
			const result = await syncProduct( id );
			updateRows( place.parentElement ?? place, result );
			result.products.forEach( ( product ) =>
				updateStockFields( id, product )
			);
			said.replaceChildren( notice( result.level, result.summary ) );
		} catch ( cause ) {
			said.replaceChildren(
				notice( 'error', ApiError.from( cause ).message )
			);
		}
		button.removeAttribute( 'aria-disabled' );
		busy = false;
	};
	button.addEventListener( 'click', () => void sync() );
	place.append( html( 'p', {}, button ), said );
}
