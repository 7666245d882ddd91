import { Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useFixMismatches } from '../../api/mutations';
import { useMismatches } from '../../api/queries';
import { fetchMismatchFile } from '../../api/mismatches';
import type { CreateMode, FixAction, GroupOfMismatches } from '../../contract';
import type { RunAction } from '../current-run/use-run-actions';
import { useDownload } from '../../api/use-download';
import { mismatchColumns } from './mismatch-columns';
import { ActionButton } from '../../ui/action-button';
import { DataTable } from '../../ui/table/data-table';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { FixNotice } from './fix-notice';

interface Props {
	group: GroupOfMismatches;
	/** The action on a run that is in progress. */
	pending: RunAction | null;
	onCreate: ( mode: CreateMode ) => void;
}

const PER_PAGE = 50;

const rowId = ( { id }: { id: string } ) => id;
const rowName = ( row: { product_name: string; sku: string } ) =>
	row.product_name || row.sku;

/** One group of mismatches: what it means, what can be done, and its products. */
export function GroupSection( {
	group: { group, name, advice, actions, create },
	pending,
	onCreate,
}: Props ) {
	const [ page, setPage ] = useState( 1 );
	const [ selected, setSelected ] = useState< string[] >( [] );
	const list = useMismatches( { group, page, per_page: PER_PAGE } );
	const answer = list.data ?? null;
	const fixMutation = useFixMismatches();
	// The product's id is not enough: KeyCRM's own products have none, and a product may be listed twice.
	const rows = ( answer?.items ?? [] ).map( ( item, index ) => ( {
		...item,
		id: `${ item.product_id }-${ index }`,
	} ) );
	const file = useDownload( `keycrm-stock-${ group }.csv`, () =>
		fetchMismatchFile( group )
	);
	const productIds = ( action: FixAction ) => [
		...new Set(
			rows
				.filter( ( { id } ) => selected.includes( id ) )
				.filter(
					( row ) => 'switch-on' !== action || row.can_switch_on
				)
				.map( ( row ) => row.product_id )
		),
	];
	const applyFix = ( action: FixAction ) =>
		fixMutation.mutate(
			{ action, productIds: productIds( action ) },
			// After a failure the selection stays, so that the person can try again.
			{ onSuccess: () => setSelected( [] ) }
		);

	return (
		<Section title={ name } about={ advice }>
			<div className="keycrm-stock-row keycrm-stock-filters">
				{ actions.map( ( { action, label } ) => (
					<ActionButton
						key={ action }
						busy={
							fixMutation.isPending &&
							action === fixMutation.variables.action
						}
						disabled={
							fixMutation.isPending ||
							0 === productIds( action ).length
						}
						onClick={ () => applyFix( action ) }
					>
						{ label }
					</ActionButton>
				) ) }
				{ create && rows.length > 0 && (
					<ActionButton
						busy={ create.mode === pending }
						disabled={ null !== pending }
						onClick={ () => onCreate( create.mode ) }
					>
						{ create.label }
					</ActionButton>
				) }
				{ rows.length > 0 && (
					<ActionButton
						variant="link"
						busy={ file.busy }
						onClick={ file.download }
					>
						{ __(
							'All of these as a file (CSV)',
							'stock-sync-for-keycrm'
						) }
					</ActionButton>
				) }
			</div>
			{ fixMutation.data && (
				<FixNotice
					fixed={ fixMutation.data }
					nameOf={ ( id ) =>
						rows.find( ( row ) => row.product_id === id )
							?.product_name ?? `№ ${ id }`
					}
				/>
			) }
			{ fixMutation.error && (
				<ErrorNotice
					error={ fixMutation.error }
					what={
						actions.find(
							( { action } ) =>
								action === fixMutation.variables.action
						)?.failed ?? ''
					}
				/>
			) }
			<ErrorNotice error={ file.error } />
			<ErrorNotice
				error={ list.error }
				onRetry={ () => void list.refetch() }
			/>
			{ list.isPending && <Spinner /> }
			{ answer && (
				<DataTable
					caption={ name }
					columns={ mismatchColumns( group ) }
					rows={ rows }
					rowId={ rowId }
					rowName={ rowName }
					selection={
						actions.length > 0
							? {
									ids: selected,
									onChange: setSelected,
									label: __(
										'All on this page',
										'stock-sync-for-keycrm'
									),
							  }
							: null
					}
					total={ answer.total }
					page={ answer.page }
					perPage={ answer.per_page }
					onPage={ ( next ) => {
						setSelected( [] );
						setPage( next );
					} }
					loading={ list.isPlaceholderData }
					empty={ __(
						'Nothing is left in this group.',
						'stock-sync-for-keycrm'
					) }
				/>
			) }
		</Section>
	);
}
