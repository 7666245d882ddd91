import type { ReactNode } from 'react';
import type { GridColumn } from './types';

interface Props {
	column: GridColumn;
	/** It names its row. */
	first: boolean;
	children: ReactNode;
}

/** Carries its column's name, for narrow screens where the head is not above it. */
export function Cell( { column, first, children }: Props ) {
	const looks = {
		'data-label': column.label,
		className: column.numeric ? 'is-number' : undefined,
	};
	return first ? (
		<th scope="row" { ...looks }>
			{ children }
		</th>
	) : (
		<td { ...looks }>{ children }</td>
	);
}
