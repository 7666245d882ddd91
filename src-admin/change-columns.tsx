import { __ } from '@wordpress/i18n';
import type { DataColumn } from './components/data-table';
import type { Change } from './contract';
import { formatDifference, formatNumber } from './format';
import { sentence } from './sum-words';
import { outcomeNames } from './words';

const number = ( value: number | null ): string =>
	null === value ? '—' : formatNumber( value );

const difference = ( { before, after }: Change ): string =>
	null === before || null === after
		? '—'
		: formatDifference( after - before );

const product = ( { edit_url, product_name }: Change ) =>
	edit_url ? <a href={ edit_url }>{ product_name }</a> : product_name;

/** @param planned Nothing has been written yet: what is there now, and what would be. */
export function changeColumns( planned: boolean ): DataColumn< Change >[] {
	const names = outcomeNames();
	return [
		{
			id: 'name',
			label: __( 'Product', 'stock-sync-for-keycrm' ),
			sortable: true,
			cell: product,
		},
		{
			id: 'sku',
			label: __( 'SKU', 'stock-sync-for-keycrm' ),
			sortable: true,
			cell: ( { sku } ) => sku || '—',
		},
		{
			id: 'before',
			label: planned
				? __( 'Now', 'stock-sync-for-keycrm' )
				: __( 'Before', 'stock-sync-for-keycrm' ),
			sortable: true,
			numeric: true,
			cell: ( { before } ) => number( before ),
		},
		{
			id: 'after',
			label: planned
				? __( 'Then', 'stock-sync-for-keycrm' )
				: __( 'After', 'stock-sync-for-keycrm' ),
			sortable: true,
			numeric: true,
			cell: ( { after } ) => number( after ),
		},
		{
			id: 'difference',
			label: __( 'Difference', 'stock-sync-for-keycrm' ),
			sortable: true,
			numeric: true,
			cell: difference,
		},
		{
			id: 'outcome',
			label: __( 'Outcome', 'stock-sync-for-keycrm' ),
			cell: ( { outcome, written_at } ) =>
				'updated' === outcome && null === written_at
					? __( 'Would change', 'stock-sync-for-keycrm' )
					: names[ outcome ],
		},
		{
			id: 'why',
			label: __( 'Why', 'stock-sync-for-keycrm' ),
			cell: ( { reason, parts } ) =>
				reason || ( parts && sentence( parts ) ) || '—',
		},
	];
}
