import { Spinner } from '@wordpress/components';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useFixMismatches } from '../../api/mutations';
import { useMismatches } from '../../api/queries';
import { fetchMismatchFile, type FixAction } from '../../api/mismatches';
import type { GroupOfMismatches, MismatchGroup } from '../../contract';
import { useDownload } from '../../api/use-download';
import { mismatchColumns } from './mismatch-columns';
import { actionName, notFixed } from './mismatch-labels';
import { ActionButton } from '../../ui/action-button';
import { DataTable } from '../../ui/table/data-table';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { FixNotice } from './fix-notice';

interface Props {
	of: GroupOfMismatches;
}

const PER_PAGE = 50;

const ACTIONS: Record< MismatchGroup, FixAction[] > = {
	near_miss: [ 'leave-alone' ],
	wrong_status: [ 'repair-status', 'leave-alone' ],
	not_in_keycrm: [ 'leave-alone' ],
	only_in_keycrm: [],
	duplicate_in_shop: [ 'leave-alone' ],
	duplicate_in_keycrm: [ 'leave-alone' ],
	no_sku: [ 'leave-alone' ],
	no_sku_in_keycrm: [],
	not_managed: [ 'switch-on', 'leave-alone' ],
	managed_by_parent: [ 'leave-alone' ],
	excluded: [ 'include' ],
};

/** A product may stand in a list several times, or not be in the shop at all. */
const idOf = ( { id }: { id: string } ) => id;
const nameOf = ( row: { product_name: string; sku: string } ) =>
	row.product_name || row.sku;

/** One group: why, what to do, and which. */
export function Mismatches( { of: { group, name, advice } }: Props ) {
	const [ page, setPage ] = useState( 1 );
	const [ chosen, setChosen ] = useState< string[] >( [] );
	const list = useMismatches( { group, page, per_page: PER_PAGE } );
	const answer = list.data ?? null;
	const fixing = useFixMismatches();
	const columns = useMemo( () => mismatchColumns( group ), [ group ] );
	const rows = useMemo(
		() =>
			( answer?.items ?? [] ).map( ( item, place ) => ( {
				...item,
				id: `${ item.product_id }-${ place }`,
			} ) ),
		[ answer ]
	);
	const file = useDownload( `keycrm-stock-${ group }.csv`, () =>
		fetchMismatchFile( group )
	);
	const actions = ACTIONS[ group ];
	const productIds = ( action: FixAction ) => [
		...new Set(
			rows
				.filter( ( { id } ) => chosen.includes( id ) )
				.filter(
					( { can_switch_on: canSwitchOn } ) =>
						'switch-on' !== action || canSwitchOn
				)
				.map( ( row ) => row.product_id )
		),
	];
	const mend = ( action: FixAction ) =>
		fixing.mutate(
			{ action, productIds: productIds( action ) },
			// What could not be done stays chosen, for another try.
			{ onSuccess: () => setChosen( [] ) }
		);

	return (
		<Section title={ name } about={ advice }>
			<div className="keycrm-stock-row keycrm-stock-filters">
				{ actions.map( ( action ) => (
					<ActionButton
						key={ action }
						busy={
							fixing.isPending &&
							action === fixing.variables.action
						}
						disabled={
							fixing.isPending ||
							0 === productIds( action ).length
						}
						onClick={ () => mend( action ) }
					>
						{ actionName( action ) }
					</ActionButton>
				) ) }
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
			{ fixing.data && (
				<FixNotice
					action={ fixing.variables.action }
					fixed={ fixing.data }
					nameOf={ ( id ) =>
						rows.find( ( row ) => row.product_id === id )
							?.product_name ?? `№ ${ id }`
					}
				/>
			) }
			{ fixing.error && (
				<ErrorNotice
					error={ fixing.error }
					what={ notFixed( fixing.variables.action ) }
				/>
			) }
			<ErrorNotice error={ file.error } />
			<ErrorNotice
				error={ list.error }
				onAgain={ () => void list.refetch() }
			/>
			{ list.isPending && <Spinner /> }
			{ answer && (
				<DataTable
					caption={ name }
					columns={ columns }
					rows={ rows }
					idOf={ idOf }
					nameOf={ nameOf }
					choosing={
						actions.length > 0
							? {
									chosen,
									onChoose: setChosen,
									label: __(
										'All on this page',
										'stock-sync-for-keycrm'
									),
							  }
							: null
					}
					total={ answer.total }
					page={ answer.page }
					per_page={ answer.per_page }
					onPage={ ( next ) => {
						setChosen( [] );
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
