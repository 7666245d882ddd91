import { __ } from '@wordpress/i18n';
import type { DataColumn } from '../../ui/table/data-table';
import { Icon } from '../../ui/icon';
import type { Mismatch, MismatchGroup } from '../../contract';
import { formatNumber } from '../../lib/format';

const number = ( value: number | null ): string =>
	null === value ? '—' : formatNumber( value );

function productName( mismatch: Mismatch ) {
	const {
		edit_url: editUrl,
		product_name: text,
		since_text: since,
	} = mismatch;
	return (
		<>
			{ editUrl ? <a href={ editUrl }>{ text }</a> : text }
			{ since && (
				<span className="keycrm-stock-since">
					<Icon name="yes" /> { since }
				</span>
			) }
		</>
	);
}

/** Name and reason. Only near misses have a column for the reason. */
const productWithReason = ( mismatch: Mismatch ) => (
	<>
		{ productName( mismatch ) }
		{ mismatch.reason && (
			<p className="description">{ mismatch.reason }</p>
		) }
	</>
);

const crmSku = ( { in_keycrm: inKeycrm }: Mismatch ) =>
	inKeycrm[ 0 ]?.sku || '—';

const crmQuantities = ( { in_keycrm: inKeycrm }: Mismatch ) =>
	inKeycrm.length > 0
		? inKeycrm.map( ( { quantity } ) => number( quantity ) ).join( ' / ' )
		: '—';

/** The columns depend on what is known about the group's products. */
export function mismatchColumns(
	group: MismatchGroup
): DataColumn< Mismatch >[] {
	const inKeyCrm: DataColumn< Mismatch > = {
		id: 'in_keycrm',
		label: __( 'In KeyCRM', 'stock-sync-for-keycrm' ),
		numeric: true,
		cell: crmQuantities,
	};
	if ( 'only_in_keycrm' === group || 'no_sku_in_keycrm' === group ) {
		return [
			{
				id: 'crm_sku',
				label: __( 'SKU in KeyCRM', 'stock-sync-for-keycrm' ),
				cell: crmSku,
			},
			inKeyCrm,
		];
	}
	const columns: DataColumn< Mismatch >[] = [
		{
			id: 'product',
			label: __( 'Product', 'stock-sync-for-keycrm' ),
			cell: 'near_miss' === group ? productName : productWithReason,
		},
		'near_miss' === group
			? {
					id: 'reason',
					label: __( 'SKU', 'stock-sync-for-keycrm' ),
					cell: ( { reason } ) => reason,
			  }
			: {
					id: 'sku',
					label: __( 'SKU', 'stock-sync-for-keycrm' ),
					cell: ( { sku } ) => sku || '—',
			  },
		{
			id: 'in_shop',
			label: __( 'In the shop', 'stock-sync-for-keycrm' ),
			numeric: true,
			cell: ( { in_shop: inShop } ) => number( inShop ),
		},
	];
	return 'not_in_keycrm' === group || 'no_sku' === group
		? columns
		: [ ...columns, inKeyCrm ];
}
