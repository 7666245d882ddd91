import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { SCHEDULE_MINUTES } from '../../contract';
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
