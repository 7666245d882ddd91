import { __ } from '@wordpress/i18n';
import type { Change } from '../contract';
import { formatDifference, formatNumber } from '../format';
import { sentence } from '../sum-words';
import type { outcomeNames } from '../words';

interface Props {
	change: Change;
	/** The table's column names, for narrow screens where each cell carries its own. */
	columns: readonly string[];
	outcome_names: ReturnType< typeof outcomeNames >;
}

const number = ( value: number | null ): string =>
	null === value ? '—' : formatNumber( value );

function difference( { before, after }: Change ): string {
	return null === before || null === after
		? '—'
		: formatDifference( after - before );
}

export function ChangeRow( { change, columns, outcome_names }: Props ) {
	const outcome =
		'updated' === change.outcome && null === change.written_at
			? __( 'Would change', 'stock-sync-for-keycrm' )
			: outcome_names[ change.outcome ];
	return (
		<tr>
			<th scope="row" data-label={ columns[ 0 ] }>
				{ change.edit_url ? (
					<a href={ change.edit_url }>{ change.product_name }</a>
				) : (
					change.product_name
				) }
			</th>
			<td data-label={ columns[ 1 ] }>{ change.sku || '—' }</td>
			<td data-label={ columns[ 2 ] }>
				{ number( change.before ) } → { number( change.after ) }
			</td>
			<td data-label={ columns[ 3 ] }>{ difference( change ) }</td>
			<td data-label={ columns[ 4 ] }>{ outcome }</td>
			<td data-label={ columns[ 5 ] }>
				{ change.reason ||
					( change.parts && sentence( change.parts ) ) ||
					'—' }
			</td>
		</tr>
	);
}
