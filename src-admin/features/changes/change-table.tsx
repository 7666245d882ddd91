import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { changeColumns, type ColumnOptions } from './change-columns';
import type { Change, ChangeList } from '../../contract';
import { useSyncProduct } from '../../api/mutations';
import { ErrorNotice } from '../../ui/error-notice';
import { Message } from '../../ui/message';
import { DataTable, type Sorting } from '../../ui/table/data-table';
import { HistoryDialog } from '../product-history/history-dialog';

interface Props {
	list: ChangeList;
	/** The next page is loading. */
	loading: boolean;
	columnOptions: ColumnOptions;
	sorting: Sorting | null;
	onSort: ( sorting: Sorting | null ) => void;
	onPage: ( page: number ) => void;
	empty: string;
}

const rowId = ( { id }: Change ) => String( id );
const rowName = ( change: Change ) => change.product_name;

export function ChangeTable( { list, columnOptions, ...rest }: Props ) {
	const [ historyOf, setHistoryOf ] = useState< Change | null >( null );
	const { data, error, isPending, mutate, variables } = useSyncProduct();
	return (
		<>
			<ErrorNotice error={ error } />
			{ variables && ! error && (
				<Message
					status={ data?.level ?? 'info' }
					text={ [
						variables.product_name,
						data?.summary ??
							__( 'Asking KeyCRM…', 'stock-sync-for-keycrm' ),
					] }
				/>
			) }
			<DataTable
				{ ...rest }
				caption={ __(
					'Products whose number changes, or that need a look',
					'stock-sync-for-keycrm'
				) }
				columns={ changeColumns( columnOptions, {
					onHistory: setHistoryOf,
					onSync: ( change ) => isPending || mutate( change ),
				} ) }
				rows={ list.items }
				rowId={ rowId }
				rowName={ rowName }
				total={ list.total }
				page={ list.page }
				perPage={ list.per_page }
			/>
			{ historyOf && (
				<HistoryDialog
					change={ historyOf }
					onClose={ () => setHistoryOf( null ) }
				/>
			) }
		</>
	);
}
