import { useMemo } from '@wordpress/element';
import { _n, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format';
import { Pager } from './pager';
import { LazyGrid } from './lazy-grid';
import type { Choosing, GridColumn, Sorting } from './types';

export interface DataColumn< Row > {
	/** Of a sortable column: what the server calls this order. */
	id: string;
	label: string;
	sortable?: boolean;
	numeric?: boolean;
	cell: ( row: Row ) => ReactNode;
}

interface Props< Row > {
	/** What the table holds, for those who cannot see it. */
	caption: string;
	/** The first one names the row. Made once, not at each drawing. */
	columns: DataColumn< Row >[];
	rows: Row[];
	idOf: ( row: Row ) => string;
	nameOf: ( row: Row ) => string;
	/** Null: as the server thinks best. */
	sorting?: Sorting | null;
	onSort?: ( sorting: Sorting | null ) => void;
	choosing?: Choosing | null;
	/** How many rows there are on all pages; pages start at 1. */
	total: number;
	page: number;
	per_page: number;
	onPage: ( page: number ) => void;
	/** A newer page is on its way; the old one stays until then. */
	loading: boolean;
	/** The sentence where there are no rows. */
	empty: string;
}

/** One page of a list that the server sorts, filters and divides into pages. */
export function DataTable< Row >( props: Props< Row > ) {
	const { caption, columns, rows, idOf, nameOf, loading, empty } = props;
	const { sorting = null, onSort = () => {}, choosing = null } = props;
	const gridColumns = useMemo(
		() =>
			columns.map(
				( {
					id,
					label,
					sortable = false,
					numeric = false,
				} ): GridColumn => ( { id, label, sortable, numeric } )
			),
		[ columns ]
	);
	const gridRows = useMemo(
		() =>
			rows.map( ( row ) => ( {
				id: idOf( row ),
				name: nameOf( row ),
				cells: columns.map( ( { cell } ) => cell( row ) ),
			} ) ),
		[ rows, columns, idOf, nameOf ]
	);
	// Without rows a page may also lie behind the end of the list; the pager then turns back.
	if ( 0 === props.total ) {
		return <p role="status">{ empty }</p>;
	}
	return (
		<>
			{ rows.length > 0 && (
				<LazyGrid
					caption={ caption }
					columns={ gridColumns }
					rows={ gridRows }
					sorting={ sorting }
					onSort={ onSort }
					choosing={ choosing }
					loading={ loading }
				/>
			) }
			<Pager
				{ ...props }
				count={ sprintf(
					/* translators: %s: how many products. */
					_n(
						'%s product',
						'%s products',
						props.total,
						'stock-sync-for-keycrm'
					),
					formatNumber( props.total )
				) }
			/>
		</>
	);
}
