import { __ } from '@wordpress/i18n';
import type { Route } from '../../../app/router/route';
import type { Webhook } from '../../../contract';
import { ActionButton } from '../../../ui/action-button';
import { RunFailureNotice } from '../../current-run/run-failure-notice';
import type { KnownRun } from '../../current-run/use-current-run';
import { useStartRun } from '../use-start-run';

interface Props {
	guides: Webhook[ 'guides' ];
	current: KnownRun;
	navigate: ( route: Route ) => void;
}

/** How webhooks are set up in KeyCRM. What was there before is read by a sync, hence the button. */
export function WebhookGuides( { guides, current, navigate }: Props ) {
	const { pending, failure, blocked, startRun } = useStartRun(
		current,
		navigate
	);
	return (
		<div className="keycrm-stock-fields">
			{ guides.map( ( { title, steps } ) => (
				<details key={ title } className="keycrm-stock-details">
					<summary>{ title }</summary>
					<ol>
						{ steps.map( ( step ) => (
							<li key={ step }>{ step }</li>
						) ) }
					</ol>
				</details>
			) ) }
			<ActionButton
				busy={ 'sync' === pending }
				disabled={ blocked }
				onClick={ () => void startRun( 'sync' ) }
			>
				{ __( 'Sync now', 'stock-sync-for-keycrm' ) }
			</ActionButton>
			<RunFailureNotice failure={ failure } />
		</div>
	);
}
