import type { ReactNode } from 'react';

export interface Sorting {
	by: string;
	order: 'asc' | 'desc';
}

/** Rows picked for an action. */
export interface Choosing {
	/** Ids of rows, in no order. */
	chosen: string[];
	onChoose: ( chosen: string[] ) => void;
	/** What the checkbox in the table's head is called. */
	label: string;
}

export interface GridColumn {
	/** Of a sortable column: what the server calls this order. */
	id: string;
	label: string;
	sortable: boolean;
	numeric: boolean;
}

export interface GridRow {
	id: string;
	/** What the row's checkbox is called. */
	name: string;
	/** One for each column, in their order; the first one names the row. */
	cells: ReactNode[];
}

export interface GridProps {
	caption: string;
	columns: GridColumn[];
	rows: GridRow[];
	/** Null: as the server thinks best. */
	sorting: Sorting | null;
	onSort: ( sorting: Sorting | null ) => void;
	/** Null: nothing can be picked. */
	choosing: Choosing | null;
	/** A newer page is on its way. */
	loading: boolean;
}
