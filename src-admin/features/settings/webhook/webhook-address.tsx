import { __ } from '@wordpress/i18n';
import { useRenewWebhook, useTestWebhook } from '../../../api/webhook';
import { useAnnouncement } from '../../../lib/use-announcement';
import { focusTarget } from '../../../lib/use-lost-focus';
import { ActionButton } from '../../../ui/action-button';
import { ErrorNotice } from '../../../ui/error-notice';
import { TrialResult, trialSentence } from '../../../ui/trial-result';
import { ReplaceAddress } from '../replace-address';

/** Tests KeyCRM's address for the shop, and replaces it, for example if it has leaked. */
export function WebhookAddress( { url }: { url: string } ) {
	const trial = useTestWebhook();
	const renewal = useRenewWebhook();
	// The result belongs to the tested address, not to one made since.
	const result = trial.variables === url ? trial.data : undefined;
	const message = result ? trialSentence( result ) : '';
	const renewed = renewal.isSuccess
		? __(
				'There is a new address. The old one has ended: put the new one in its place.',
				'stock-sync-for-keycrm'
		  )
		: '';
	useAnnouncement( trial.isPending ? '' : message );
	useAnnouncement( renewed );

	return (
		<div>
			<ReplaceAddress
				label={ __(
					'Make a new webhook address',
					'stock-sync-for-keycrm'
				) }
				warning={ __(
					'KeyCRM’s messages do not arrive until it is replaced there.',
					'stock-sync-for-keycrm'
				) }
				renewal={ renewal }
			>
				<ActionButton
					busy={ trial.isPending }
					onClick={ () => {
						renewal.reset();
						trial.mutate( url );
					} }
				>
					{ __( 'Send a test', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</ReplaceAddress>
			{ '' !== renewed && (
				<p { ...focusTarget( 'result' ) }>{ renewed }</p>
			) }
			{ result && ! trial.isPending && <TrialResult result={ result } /> }
			<ErrorNotice error={ trial.error } />
		</div>
	);
}
