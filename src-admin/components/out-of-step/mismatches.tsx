import { Spinner } from '@wordpress/components';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fetchMismatchFile, type FixAction } from '../../api-out-of-step';
import type { MismatchGroup } from '../../contract';
import { useDownload } from '../../hooks/use-download';
import { useFix } from '../../hooks/use-fix';
import { useMismatches } from '../../hooks/use-mismatches';
import { mismatchColumns } from '../../mismatch-columns';
import { actionName, groupAdvice, groupNames } from '../../out-of-step-words';
import { ActionButton } from '../action-button';
import { DataTable } from '../data-table';
import { ErrorNotice } from '../error-notice';
import { Section } from '../section';
import { FixNotice } from './fix-notice';

interface Props {
	group: MismatchGroup;
	/** Changes whenever the lists may have. */
	revision: string;
	onMended: () => void;
}

const PER_PAGE = 50;

const ACTIONS: Record< MismatchGroup, FixAction[] > = {
	near_miss: [ 'leave-alone' ],
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
export function Mismatches( { group, revision, onMended }: Props ) {
	const [ page, setPage ] = useState( 1 );
	const [ chosen, setChosen ] = useState< string[] >( [] );
	const { answer, loading, error } = useMismatches(
		{ group, page, per_page: PER_PAGE },
		revision
	);
	const { fixing, fixed, refusal, fix } = useFix( onMended );
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
	const product_ids = ( action: FixAction ) => [
		...new Set(
			rows
				.filter( ( { id } ) => chosen.includes( id ) )
				.filter(
					( { can_switch_on } ) =>
						'switch-on' !== action || can_switch_on
				)
				.map( ( { product_id } ) => product_id )
		),
	];
	const mend = async ( action: FixAction ) => {
		await fix( action, product_ids( action ) );
		setChosen( [] );
	};

	return (
		<Section
			title={ groupNames()[ group ] }
			about={ groupAdvice()[ group ] }
		>
			<div className="keycrm-stock-row keycrm-stock-filters">
				{ actions.map( ( action ) => (
					<ActionButton
						key={ action }
						busy={ action === fixing }
						disabled={
							null !== fixing ||
							0 === product_ids( action ).length
						}
						onClick={ () => void mend( action ) }
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
			<FixNotice
				fixed={ fixed }
				nameOf={ ( id ) =>
					rows.find( ( { product_id } ) => product_id === id )
						?.product_name ?? `№ ${ id }`
				}
			/>
			<ErrorNotice error={ refusal ?? file.error ?? error } />
			{ null === answer && null === error && <Spinner /> }
			{ answer && (
				<DataTable
					caption={ groupNames()[ group ] }
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
					loading={ loading }
					empty={ __(
						'Nothing is left in this group.',
						'stock-sync-for-keycrm'
					) }
				/>
			) }
		</Section>
	);
}
