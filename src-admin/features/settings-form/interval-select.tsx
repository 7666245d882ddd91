import { SelectControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ORDER_MINUTES, SCHEDULE_MINUTES } from '../../contract';
import { formatDuration } from '../../lib/format';
import { FieldHelp } from '../../ui/field-help';

interface Props {
	minutes: number;
	error?: string | undefined;
	onChange: ( minutes: number ) => void;
}

const DAY = 1440;

export const IntervalSelect = ( { minutes, error, onChange }: Props ) => (
	<SelectControl
		__nextHasNoMarginBottom
		__next40pxDefaultSize
		className="keycrm-stock-select"
		label={ __( 'Sync every', 'stock-sync-for-keycrm' ) }
		help={ error && <FieldHelp error={ error } /> }
		value={ String( minutes ) }
		options={ SCHEDULE_MINUTES.map( ( value ) => ( {
			value: String( value ),
			label:
				DAY === value
					? __( 'day', 'stock-sync-for-keycrm' )
					: formatDuration( value * 60 ),
		} ) ) }
		onChange={ ( value ) => onChange( Number( value ) ) }
	/>
);

interface OrderProps extends Props {
	/** What a full sync takes; 0 while nobody knows. */
	requests: number;
}

/** How often KeyCRM's orders are looked at between two syncs, and what each of the two ways sees and costs. */
export const OrderIntervalSelect = ( {
	minutes,
	error,
	requests,
	onChange,
}: OrderProps ) => (
	<SelectControl
		__nextHasNoMarginBottom
		__next40pxDefaultSize
		className="keycrm-stock-select"
		label={ __(
			'In between, update what was sold',
			'stock-sync-for-keycrm'
		) }
		help={
			<FieldHelp
				help={ [
					__(
						'Sees each sale that is an order in KeyCRM, marketplaces included: 1 request, and 1 or 2 more where something was sold. Deliveries and corrections come with the next full sync.',
						'stock-sync-for-keycrm'
					),
					...( requests > 0
						? [
								sprintf(
									/* translators: %d: number of requests. */
									_n(
										'A full sync takes %d request.',
										'A full sync takes %d requests.',
										requests,
										'stock-sync-for-keycrm'
									),
									requests
								),
						  ]
						: [] ),
				].join( ' ' ) }
				error={ error }
			/>
		}
		value={ String( minutes ) }
		options={ ORDER_MINUTES.map( ( value ) => ( {
			value: String( value ),
			label:
				0 === value
					? __( 'never', 'stock-sync-for-keycrm' )
					: sprintf(
							/* translators: %s: a duration, e.g. "5 minutes". */
							__( 'every %s', 'stock-sync-for-keycrm' ),
							formatDuration( value * 60 )
					  ),
		} ) ) }
		onChange={ ( value ) => onChange( Number( value ) ) }
	/>
);
