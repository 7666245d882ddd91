import { __, sprintf } from '@wordpress/i18n';
import type { DataColumn } from '../../ui/table/data-table';
import { RouteLink } from '../../app/router/route-link';
import { SumDetails } from '../formula/sum-details';
import type { Change, Side } from '../../contract';
import { formatDifference, formatNumber, formatTime } from '../../lib/format';
import { routeTo } from '../../app/router/route';
import { outcomeNames } from '../current-run/run-labels';

const number = ( value: number | null ): string =>
	null === value ? '—' : formatNumber( value );

/** In a list of both, KeyCRM's quantity says that it is not the shop's. */
const sided = ( value: number | null, { side }: Change, mixed: boolean ) =>
	mixed && 'keycrm' === side
		? sprintf(
				/* translators: %s: a number of units. */
				__( '%s in KeyCRM', 'stock-sync-for-keycrm' ),
				number( value )
		  )
		: number( value );

/** The headings of the two columns. */
function quantityNames( { planned, side }: ColumnOptions ): [ string, string ] {
	if ( 'keycrm' === side ) {
		return planned
			? [
					__( 'In KeyCRM now', 'stock-sync-for-keycrm' ),
					__( 'In KeyCRM then', 'stock-sync-for-keycrm' ),
			  ]
			: [
					__( 'In KeyCRM before', 'stock-sync-for-keycrm' ),
					__( 'In KeyCRM after', 'stock-sync-for-keycrm' ),
			  ];
	}
	return planned
		? [
				__( 'Now', 'stock-sync-for-keycrm' ),
				__( 'Then', 'stock-sync-for-keycrm' ),
		  ]
		: [
				__( 'Before', 'stock-sync-for-keycrm' ),
				__( 'After', 'stock-sync-for-keycrm' ),
		  ];
}

const difference = ( { before, after }: Change ): string =>
	null === before || null === after
		? '—'
		: formatDifference( after - before );

function outcomeName( { outcome, written_at: writtenAt }: Change ): string {
	if ( null === writtenAt && 'updated' === outcome ) {
		return __( 'Would change', 'stock-sync-for-keycrm' );
	}
	return null === writtenAt && 'created' === outcome
		? __( 'Would be created', 'stock-sync-for-keycrm' )
		: outcomeNames()[ outcome ];
}

export interface RowActions {
	onHistory: ( change: Change ) => void;
	onSync: ( change: Change ) => unknown;
}

const product = ( change: Change, { onHistory, onSync }: RowActions ) => (
	<>
		{ change.edit_url ? (
			<a href={ change.edit_url }>{ change.product_name }</a>
		) : (
			change.product_name
		) }
		{ /* WordPress shows row actions while the row is hovered or has the focus. A product that is still to be made has none. */ }
		{ change.product_id > 0 && (
			<div className="row-actions">
				<button
					type="button"
					className="button-link"
					onClick={ () => onHistory( change ) }
				>
					{ __( 'Its last 30 days', 'stock-sync-for-keycrm' ) }
				</button>
				{ ' | ' }
				<button
					type="button"
					className="button-link"
					onClick={ () => onSync( change ) }
				>
					{ __( 'Sync this product', 'stock-sync-for-keycrm' ) }
				</button>
			</div>
		) }
	</>
);

export interface ColumnOptions {
	/** Nothing is written yet, so the columns are "Now" and "Then". */
	planned: boolean;
	/** The list has changes of several runs. */
	withTime: boolean;
	/** Whose quantities the run writes; null: the list has both. */
	side: Side | null;
	nowMs: number;
}

export function changeColumns(
	options: ColumnOptions,
	actions: RowActions
): DataColumn< Change >[] {
	const { withTime, nowMs, side } = options;
	const [ before, after ] = quantityNames( options );
	const time: DataColumn< Change > = {
		id: 'time',
		label: __( 'When', 'stock-sync-for-keycrm' ),
		sortable: true,
		cell: ( { run_id: runId, written_at: writtenAt } ) => (
			<RouteLink to={ routeTo( 'changes', { run: runId } ) }>
				{ writtenAt ? formatTime( writtenAt, nowMs ) : '—' }
			</RouteLink>
		),
	};
	return [
		{
			id: 'name',
			label: __( 'Product', 'stock-sync-for-keycrm' ),
			sortable: true,
			cell: ( change ) => product( change, actions ),
		},
		{
			id: 'sku',
			label: __( 'SKU', 'stock-sync-for-keycrm' ),
			sortable: true,
			cell: ( { sku } ) => sku || '—',
		},
		...( withTime ? [ time ] : [] ),
		{
			id: 'before',
			label: before,
			sortable: true,
			numeric: true,
			cell: ( change ) => sided( change.before, change, null === side ),
		},
		{
			id: 'after',
			label: after,
			sortable: true,
			numeric: true,
			cell: ( change ) => sided( change.after, change, null === side ),
		},
		{
			id: 'difference',
			label: __( 'Difference', 'stock-sync-for-keycrm' ),
			sortable: true,
			numeric: true,
			cell: difference,
		},
		{
			id: 'outcome',
			label: __( 'Outcome', 'stock-sync-for-keycrm' ),
			cell: outcomeName,
		},
		{
			id: 'why',
			label: __( 'Why', 'stock-sync-for-keycrm' ),
			cell: ( { reason, parts, creation, pushed_texts: pushed } ) => (
				<>
					<SumDetails
						reason={ reason || pushed.join( '; ' ) }
						parts={ parts }
					/>
					{ creation
						.map( ( { label, value } ) => `${ label }: ${ value }` )
						.join( ' · ' ) }
				</>
			),
		},
	];
}
