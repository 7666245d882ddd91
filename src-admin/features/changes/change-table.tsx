import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { changeColumns, type ColumnLooks } from './change-columns';
import type { Change, ChangeList } from '../../contract';
import { DataTable } from '../../ui/table/data-table';
import { HistoryDialog } from '../product-history/history-dialog';
import type { Sorting } from '../../ui/table/types';

interface Props {
	list: ChangeList;
	/** A newer page is on its way. */
	loading: boolean;
	looks: ColumnLooks;
	sorting: Sorting | null;
	onSort: ( sorting: Sorting | null ) => void;
	onPage: ( page: number ) => void;
	empty: string;
}

const idOf = ( { id }: Change ) => String( id );
const nameOf = ( { product_name: productName }: Change ) => productName;

export function ChangeTable( { list, looks, ...rest }: Props ) {
	const [ asked, setAsked ] = useState< Change | null >( null );
	const { planned, timed, nowMs } = looks;
	const columns = useMemo(
		() => changeColumns( { planned, timed, nowMs }, setAsked ),
		[ planned, timed, nowMs ]
	);
	return (
		<>
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
			{ asked && (
				<HistoryDialog
					change={ asked }
					onClose={ () => setAsked( null ) }
				/>
			) }
		</>
	);
}
