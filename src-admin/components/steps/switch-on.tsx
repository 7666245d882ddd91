import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ApiError } from '../../api-error';
import type { Run, Settings, SettingsPatch } from '../../contract';
import type { CurrentRunState } from '../../hooks/use-current-run';
import { isActive } from '../../run-facts';
import { ActionButton } from '../action-button';
import { ErrorNotice } from '../error-notice';
import { IntervalSelect } from '../interval-select';
import { RunProgress } from '../run-progress';

interface Props {
	settings: Settings;
	save: ( patch: SettingsPatch ) => Promise< Settings >;
	runs: CurrentRunState;
	preview: Run | null;
}

/** Step 4: write what was shown, and keep it right from now on. */
export function SwitchOn( { settings, save, runs, preview }: Props ) {
	const [ every_minutes, setMinutes ] = useState(
		settings.schedule.every_minutes
	);
	const [ error, setError ] = useState< ApiError | null >( null );
	const run = runs.current?.run ?? null;

	if ( isActive( run ) ) {
		return (
			<>
				<RunProgress
					run={ run }
					ahead_ms={ runs.ahead_ms }
					cancelling={ 'cancel' === runs.acting }
					onCancel={ () => void runs.cancel( run ) }
				/>
				<ErrorNotice error={ error } />
			</>
		);
	}

	const switchOn = async () => {
		setError( null );
		// First what was seen is written: a schedule alone would write without having been looked at.
		if ( null === preview || ! ( await runs.apply( preview ) ) ) {
			return;
		}
		try {
			await save( { schedule: { enabled: true, every_minutes } } );
		} catch ( cause ) {
			setError( ApiError.from( cause ) );
		}
	};

	return (
		<div className="keycrm-stock-fields">
			<div className="keycrm-stock-row is-bottom">
				<IntervalSelect
					minutes={ every_minutes }
					onChange={ setMinutes }
				/>
				<ActionButton
					variant="primary"
					busy={ 'apply' === runs.acting }
					disabled={ null !== runs.acting || null === preview }
					onClick={ () => void switchOn() }
				>
					{ __( 'Apply and switch on', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</div>
			{ preview && ! preview.fresh && (
				<p>
					{ __(
						'What you saw is more than 15 minutes old, so KeyCRM is read again first. You are asked again if more would be lost.',
						'stock-sync-for-keycrm'
					) }
				</p>
			) }
			<ErrorNotice error={ error } />
		</div>
	);
}
