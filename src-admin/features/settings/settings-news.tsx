import { __ } from '@wordpress/i18n';
import { ActionButton } from '../../ui/action-button';
import { Message } from '../../ui/message';
import { routeTo, type Route } from '../../app/router/route';
import { isActive } from '../current-run/run-facts';
import { RunFailureNotice } from '../current-run/run-failure-notice';
import type { KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';

interface Props {
	current: KnownRun;
	navigate: ( route: Route ) => void;
}

/** After a change of settings the shop has the old quantities, so a preview or a sync is offered. */
export function SettingsChangedNotice( { current, navigate }: Props ) {
	const runActions = useRunActions();
	const { facts, run } = current;
	if ( 'settings_changed' !== facts.freshness.state ) {
		return null;
	}
	const idle = null === runActions.pending && ! isActive( run );
	const startRun = async ( mode: 'preview' | 'sync' ) => {
		if ( await runActions.start( mode ) ) {
			navigate( routeTo( 'overview' ) );
		}
	};
	return (
		<Message
			status="info"
			text={ __(
				'Settings were changed after the last successful sync, so the shop still has the quantities of the old settings.',
				'stock-sync-for-keycrm'
			) }
		>
			<div className="keycrm-stock-row">
				<ActionButton
					busy={ 'preview' === runActions.pending }
					disabled={ ! idle }
					onClick={ () => void startRun( 'preview' ) }
				>
					{ __(
						'Show me what would change',
						'stock-sync-for-keycrm'
					) }
				</ActionButton>
				<ActionButton
					busy={ 'sync' === runActions.pending }
					disabled={ ! idle }
					onClick={ () => void startRun( 'sync' ) }
				>
					{ __( 'Sync now', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</div>
			<RunFailureNotice failure={ runActions.failure } />
		</Message>
	);
}
