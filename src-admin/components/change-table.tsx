import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { changeColumns } from '../change-columns';
import type { Change, ChangeList } from '../contract';
import { DataTable } from './data-table';
import type { Sorting } from './table/types';

interface Props {
	list: ChangeList;
	/** A newer page is on its way. */
	loading: boolean;
	/** Nothing of it has been written. */
	planned: boolean;
	sorting: Sorting | null;
	onSort: ( sorting: Sorting | null ) => void;
	onPage: ( page: number ) => void;
	empty: string;
}

const idOf = ( { id }: Change ) => String( id );
const nameOf = ( { product_name }: Change ) => product_name;

export function ChangeTable( { list, planned, ...rest }: Props ) {
	const columns = useMemo( () => changeColumns( planned ), [ planned ] );
	return (
		<DataTable
			{ ...rest }
			caption={ __(
				'Products whose number changes, or that need a look',
				'stock-sync-for-keycrm'
			) }
			columns={ columns }
			rows={ list.items }
			idOf={ idOf }
			nameOf={ nameOf }
			total={ list.total }
			page={ list.page }
			per_page={ list.per_page }
		/>
	);
}
