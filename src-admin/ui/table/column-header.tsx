import { Icon } from '../icon';
import type { GridColumn } from './types';

interface Props {
	column: GridColumn;
	sorted: 'asc' | 'desc' | false;
	onSort: () => void;
}

const ARIA = { asc: 'ascending', desc: 'descending', none: 'none' } as const;
const ICONS = { asc: 'arrow-up', desc: 'arrow-down', none: 'sort' } as const;

export function ColumnHeader( { column, sorted, onSort }: Props ) {
	const { label, sortable, numeric } = column;
	const looks = numeric ? 'is-number' : undefined;
	const way = sorted || 'none';
	if ( ! sortable ) {
		return (
			<th scope="col" className={ looks }>
				{ label }
			</th>
		);
	}
	return (
		<th scope="col" className={ looks } aria-sort={ ARIA[ way ] }>
			<button
				type="button"
				className="keycrm-stock-sort"
				onClick={ onSort }
			>
				{ label }
				<Icon name={ ICONS[ way ] } />
			</button>
		</th>
	);
}
