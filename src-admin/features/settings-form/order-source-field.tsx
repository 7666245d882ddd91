import { SelectControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { useOrderSources } from '../../api/queries';
import { BOUNDS, type OrderSource, type OrdersState } from '../../contract';
import { formatNumber } from '../../lib/format';
import { ErrorNotice } from '../../ui/error-notice';
import { FieldHelp } from '../../ui/field-help';
import { Icon } from '../../ui/icon';
import { NumberField } from '../../ui/number-field';

interface Props {
	/** 0: the sync finds it. */
	sourceId: number;
	/** Sources in which orders of this shop were seen, with their number. */
	candidates: OrdersState[ 'candidates' ];
	/** The source that the sync found; 0: none. */
	found: number;
	error: string | undefined;
	onChange: ( sourceId: number ) => void;
}

const nameOf = ( { id, name }: OrderSource ) => name || String( id );

/** The source's name, with the number of orders of this shop that were seen in it. */
function labelOf(
	source: OrderSource,
	candidates: OrdersState[ 'candidates' ]
): string {
	const orders =
		candidates.find( ( { id } ) => id === source.id )?.orders ?? 0;
	return 0 === orders
		? nameOf( source )
		: sprintf(
				/* translators: 1: name of a source in KeyCRM, 2: a number of orders. */
				_n(
					'%1$s (%2$s order of this shop was seen there)',
					'%1$s (%2$s orders of this shop were seen there)',
					orders,
					'stock-sync-for-keycrm'
				),
				nameOf( source ),
				formatNumber( orders )
		  );
}

/** KeyCRM's list. The chosen source is added if it is missing there. */
function optionsOf(
	sources: OrderSource[],
	candidates: OrdersState[ 'candidates' ],
	chosen: number
) {
	const rows = sources.map( ( source ) => ( {
		value: String( source.id ),
		label: labelOf( source, candidates ),
	} ) );
	const isMissing =
		0 !== chosen && ! sources.some( ( { id } ) => id === chosen );
	return [
		{
			value: '0',
			label: __(
				'Find it by the shop’s own orders',
				'stock-sync-for-keycrm'
			),
		},
		...rows,
		...( isMissing
			? [
					{
						value: String( chosen ),
						label: sprintf(
							/* translators: %d: the number of a source in KeyCRM. */
							__(
								'Source %d (not in KeyCRM’s list)',
								'stock-sync-for-keycrm'
							),
							chosen
						),
					},
			  ]
			: [] ),
	];
}

/** Selects the source of this shop's orders. If KeyCRM's list cannot be read, a field for its number. */
export function OrderSourceField( {
	sourceId,
	candidates,
	found,
	error,
	onChange,
}: Props ) {
	const sources = useOrderSources();

	if ( null !== sources.error ) {
		return (
			<>
				<ErrorNotice
					error={ sources.error }
					onRetry={ () => void sources.refetch() }
				/>
				<NumberField
					label={ __(
						'This shop’s source in KeyCRM, by its number',
						'stock-sync-for-keycrm'
					) }
					help={ __(
						'0 finds it by the shop’s own orders.',
						'stock-sync-for-keycrm'
					) }
					{ ...BOUNDS.source_id }
					value={ sourceId }
					error={ error }
					onChange={ onChange }
				/>
			</>
		);
	}
	const known = sources.data?.items ?? null;
	const foundSource = known?.find( ( { id } ) => id === found );
	return (
		<>
			<SelectControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __(
					'This shop’s source in KeyCRM',
					'stock-sync-for-keycrm'
				) }
				help={
					<FieldHelp
						help={
							null !== known
								? __(
										'Only orders of this source are looked at: an order from Instagram may carry the same number.',
										'stock-sync-for-keycrm'
								  )
								: __(
										'Asking KeyCRM for its sources…',
										'stock-sync-for-keycrm'
								  )
						}
						error={ error }
					/>
				}
				aria-invalid={ undefined !== error }
				disabled={ null === known }
				value={ String( sourceId ) }
				options={
					null !== known
						? optionsOf( known, candidates, sourceId )
						: [ { value: String( sourceId ), label: '…' } ]
				}
				onChange={ ( value ) => onChange( Number( value ) ) }
			/>
			{ foundSource && 0 === sourceId && (
				<p className="keycrm-stock-result is-good">
					<Icon name="yes" />{ ' ' }
					{ sprintf(
						/* translators: %s: the name of a sales channel ("source") in KeyCRM. */
						__(
							'Orders of this shop were found in KeyCRM, under the source “%s”.',
							'stock-sync-for-keycrm'
						),
						nameOf( foundSource )
					) }
				</p>
			) }
		</>
	);
}
