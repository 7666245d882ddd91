import { __ } from '@wordpress/i18n';
import type { Change } from '../contract';
import { outcomeNames } from '../words';
import { ChangeRow } from './change-row';

interface Props {
	changes: Change[];
	/** A newer page is on its way. */
	loading: boolean;
}

export function ChangeTable( { changes, loading }: Props ) {
	const names = outcomeNames();
	const columns = [
		__( 'Product', 'stock-sync-for-keycrm' ),
		__( 'SKU', 'stock-sync-for-keycrm' ),
		__( 'Before → after', 'stock-sync-for-keycrm' ),
		__( 'Difference', 'stock-sync-for-keycrm' ),
		__( 'Outcome', 'stock-sync-for-keycrm' ),
		__( 'Why', 'stock-sync-for-keycrm' ),
	] as const;
	return (
		<table
			className="widefat striped keycrm-stock-table"
			aria-busy={ loading }
		>
			<caption className="keycrm-stock-hidden">
				{ __(
					'Products whose number changes, or that need a look',
					'stock-sync-for-keycrm'
				) }
			</caption>
			<thead>
				<tr>
					{ columns.map( ( column ) => (
						<th key={ column } scope="col">
							{ column }
						</th>
					) ) }
				</tr>
			</thead>
			<tbody>
				{ changes.map( ( change ) => (
					<ChangeRow
						key={ change.id }
						change={ change }
						columns={ columns }
						outcome_names={ names }
					/>
				) ) }
			</tbody>
		</table>
	);
}
