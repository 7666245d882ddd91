import { __ } from '@wordpress/i18n';
import { ActionButton } from '../../ui/action-button';
import { Message } from '../../ui/message';
import type { Route } from '../../app/router/route';
import { RunFailureNotice } from '../current-run/run-failure-notice';
import type { KnownRun } from '../current-run/use-current-run';
import { useStartRun } from './use-start-run';

interface Props {
	current: KnownRun;
	navigate: ( route: Route ) => void;
}

/** After a change of settings the quantities are the old ones, so a preview or a sync is offered. */
export function SettingsChangedNotice( { current, navigate }: Props ) {
	const { pending, failure, blocked, startRun } = useStartRun(
		current,
		navigate
	);
	if ( 'settings_changed' !== current.facts.freshness.state ) {
		return null;
	}
	return (
		<Message
			status="info"
			text={ __(
				'Settings were changed after the last successful sync, so the quantities are still those of the old settings.',
				'stock-sync-for-keycrm'
			) }
		>
			<div className="keycrm-stock-row">
				<ActionButton
					busy={ 'preview' === pending }
					disabled={ blocked }
					onClick={ () => void startRun( 'preview' ) }
				>
					{ __(
						'Show me what would change',
						'stock-sync-for-keycrm'
					) }
				</ActionButton>
				<ActionButton
					busy={ 'sync' === pending }
					disabled={ blocked }
					onClick={ () => void startRun( 'sync' ) }
				>
					{ __( 'Sync now', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</div>
			<RunFailureNotice failure={ failure } />
		</Message>
	);
}
