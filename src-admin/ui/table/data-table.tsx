import { CheckboxControl } from '@wordpress/components';
import { _n, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format';
import { Icon } from '../icon';
import { Pager } from './pager';

export interface DataColumn< Row > {
	/** For a sortable column: the name that the server sorts by. */
	id: string;
	label: string;
	sortable?: boolean;
	numeric?: boolean;
	cell: ( row: Row ) => ReactNode;
}

export interface Sorting {
	by: string;
	order: 'asc' | 'desc';
}

/** Rows that are selected for an action, by their ids. */
export interface Selection {
	ids: readonly string[];
	onChange: ( ids: string[] ) => void;
	/** Label of the checkbox that selects the whole page. */
	label: string;
}

interface Props< Row > {
	/** Says what the table holds; only screen readers get it. */
	caption: string;
	/** The first column names the row. */
	columns: DataColumn< Row >[];
	rows: Row[];
	rowId: ( row: Row ) => string;
	rowName: ( row: Row ) => string;
	/** Null: the server's default order. */
	sorting?: Sorting | null;
	onSort?: ( sorting: Sorting | null ) => void;
	selection?: Selection | null;
	/** Rows on all pages; pages start at 1. */
	total: number;
	page: number;
	perPage: number;
	onPage: ( page: number ) => void;
	/** A newer page is being fetched; the old one is shown until it is here. */
	loading: boolean;
	/** Shown instead of an empty table. */
	empty: string;
}

const ARIA = { asc: 'ascending', desc: 'descending', none: 'none' } as const;
const ICONS = { asc: 'arrow-up', desc: 'arrow-down', none: 'sort' } as const;

/** Ascending, then descending, then the server's default again. */
function nextSorting( by: string, sorted: Sorting | null ): Sorting | null {
	if ( by !== sorted?.by ) {
		return { by, order: 'asc' };
	}
	return 'asc' === sorted.order ? { by, order: 'desc' } : null;
}

function headerCell< Row >(
	{ id, label, sortable, numeric }: DataColumn< Row >,
	{ sorting = null, onSort }: Props< Row >
) {
	const className = numeric ? 'is-number' : undefined;
	if ( ! sortable ) {
		return (
			<th key={ id } scope="col" className={ className }>
				{ label }
			</th>
		);
	}
	const order = id === sorting?.by ? sorting.order : 'none';
	return (
		<th
			key={ id }
			scope="col"
			className={ className }
			aria-sort={ ARIA[ order ] }
		>
			<button
				type="button"
				className="keycrm-stock-sort"
				onClick={ () => onSort?.( nextSorting( id, sorting ) ) }
			>
				{ label }
				<Icon name={ ICONS[ order ] } />
			</button>
		</th>
	);
}

function bodyCell< Row >(
	{ id, label, numeric, cell }: DataColumn< Row >,
	row: Row,
	isFirst: boolean
) {
	const attributes = {
		// On narrow screens the header is hidden and the label stands beside the value.
		'data-label': label,
		className: numeric ? 'is-number' : undefined,
	};
	return isFirst ? (
		<th key={ id } scope="row" { ...attributes }>
			{ cell( row ) }
		</th>
	) : (
		<td key={ id } { ...attributes }>
			{ cell( row ) }
		</td>
	);
}

function Table< Row >( props: Props< Row > ) {
	const { columns, rows, rowId, rowName, selection } = props;
	const pageIds = rows.map( rowId );
	const isSelected = ( id: string ) => selection?.ids.includes( id ) ?? false;
	const isAll = pageIds.every( isSelected );
	const select = ( ids: string[], on: boolean ) => {
		const others = selection?.ids.filter( ( id ) => ! ids.includes( id ) );
		selection?.onChange( [ ...( others ?? [] ), ...( on ? ids : [] ) ] );
	};
	return (
		<table
			className="widefat striped keycrm-stock-table"
			aria-busy={ props.loading }
		>
			<caption className="keycrm-stock-hidden">{ props.caption }</caption>
			<thead>
				<tr>
					{ selection && (
						<td className="keycrm-stock-choose">
							<CheckboxControl
								__nextHasNoMarginBottom
								aria-label={ selection.label }
								checked={ isAll }
								indeterminate={
									! isAll && pageIds.some( isSelected )
								}
								onChange={ ( on ) => select( pageIds, on ) }
							/>
						</td>
					) }
					{ columns.map( ( column ) => headerCell( column, props ) ) }
				</tr>
			</thead>
			<tbody>
				{ rows.map( ( row ) => (
					<tr key={ rowId( row ) }>
						{ selection && (
							<td className="keycrm-stock-choose">
								<CheckboxControl
									__nextHasNoMarginBottom
									aria-label={ rowName( row ) }
									checked={ isSelected( rowId( row ) ) }
									onChange={ ( on ) =>
										select( [ rowId( row ) ], on )
									}
								/>
							</td>
						) }
						{ columns.map( ( column, index ) =>
							bodyCell( column, row, 0 === index )
						) }
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

/** One page of a list. The server sorts, filters and pages; the table only shows the page it is given. */
export function DataTable< Row >( props: Props< Row > ) {
	const { rows, total, page, perPage, onPage, empty } = props;
	if ( 0 === total ) {
		return <p role="status">{ empty }</p>;
	}
	return (
		<>
			{ /* A page behind the end of the list has no rows; the pager goes back from it. */ }
			{ rows.length > 0 && <Table { ...props } /> }
			<Pager
				page={ page }
				perPage={ perPage }
				total={ total }
				onPage={ onPage }
				count={ sprintf(
					/* translators: %s: how many products. */
					_n(
						'%s product',
						'%s products',
						total,
						'stock-sync-for-keycrm'
					),
					formatNumber( total )
				) }
			/>
		</>
	);
}
