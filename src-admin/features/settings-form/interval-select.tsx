import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
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
	help: string;
}

/** How often KeyCRM's orders are looked at between two syncs, and what each of the two ways sees and costs. */
export const OrderIntervalSelect = ( {
	minutes,
	error,
	help,
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
		help={ <FieldHelp help={ help } error={ error } /> }
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
