import {
	functionalUpdate,
	rowSelectionFeature,
	rowSortingFeature,
	tableFeatures,
	useTable,
} from '@tanstack/react-table';
import { CheckboxControl } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { Cell } from './cell';
import { ColumnHeader } from './column-header';
import type { GridProps } from './types';

const features = tableFeatures( { rowSelectionFeature, rowSortingFeature } );

/**
 * The only file that knows the table library; loaded when the first table is shown. It has no words of
 * its own, because WordPress loads translations for the page's first script alone.
 */
export default function Grid( props: GridProps ) {
	const { columns, rows, sorting, onSort, choosing } = props;
	const definitions = useMemo(
		() =>
			columns.map( ( { id, sortable } ) => ( {
				id,
				// What a column is sorted by only the server knows.
				accessorFn: () => null,
				enableSorting: sortable,
			} ) ),
		[ columns ]
	);
	const chosen = Object.fromEntries(
		( choosing?.chosen ?? [] ).map( ( id ) => [ id, true as const ] )
	);
	const sorted = sorting
		? [ { id: sorting.by, desc: 'desc' === sorting.order } ]
		: [];
	const table = useTable( {
		features,
		columns: definitions,
		data: rows,
		getRowId: ( { id } ) => id,
		manualSorting: true,
		enableMultiSort: false,
		sortDescFirst: false,
		state: { sorting: sorted, rowSelection: chosen },
		onSortingChange: ( change ) => {
			const [ first ] = functionalUpdate( change, sorted );
			onSort(
				first
					? { by: first.id, order: first.desc ? 'desc' : 'asc' }
					: null
			);
		},
		onRowSelectionChange: ( change ) =>
			choosing?.onChoose(
				Object.keys( functionalUpdate( change, chosen ) )
			),
	} );

	return (
		<table
			className="widefat striped keycrm-stock-table"
			aria-busy={ props.loading }
		>
			<caption className="keycrm-stock-hidden">{ props.caption }</caption>
			<thead>
				<tr>
					{ choosing && (
						<td className="keycrm-stock-choose">
							<CheckboxControl
								__nextHasNoMarginBottom
								aria-label={ choosing.label }
								checked={ table.getIsAllRowsSelected() }
								indeterminate={ table.getIsSomeRowsSelected() }
								onChange={ ( on ) =>
									table.toggleAllRowsSelected( on )
								}
							/>
						</td>
					) }
					{ columns.map( ( column ) => {
						const model = table.getColumn( column.id );
						return (
							<ColumnHeader
								key={ column.id }
								column={ column }
								sorted={ model?.getIsSorted() ?? false }
								onSort={ () => model?.toggleSorting() }
							/>
						);
					} ) }
				</tr>
			</thead>
			<tbody>
				{ table.getRowModel().rows.map( ( row ) => (
					<tr key={ row.id }>
						{ choosing && (
							<td className="keycrm-stock-choose">
								<CheckboxControl
									__nextHasNoMarginBottom
									aria-label={ row.original.name }
									checked={ row.getIsSelected() }
									onChange={ ( on ) =>
										row.toggleSelected( on )
									}
								/>
							</td>
						) }
						{ columns.map( ( column, place ) => (
							<Cell
								key={ column.id }
								column={ column }
								first={ 0 === place }
							>
								{ row.original.cells[ place ] }
							</Cell>
						) ) }
					</tr>
				) ) }
			</tbody>
		</table>
	);
}
