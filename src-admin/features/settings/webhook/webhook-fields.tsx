import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { useWebhook } from '../../../api/webhook';
import type { Route } from '../../../app/router/route';
import type { Settings } from '../../../contract';
import { CopyField } from '../../../ui/copy-field';
import { ErrorNotice } from '../../../ui/error-notice';
import { Section } from '../../../ui/section';
import type { KnownRun } from '../../current-run/use-current-run';
import type { SettingsForm } from '../../settings-form/use-settings-form';
import { WriterNotices } from '../../stock-state/writer-notices';
import { WebhookAddress } from './webhook-address';
import { WebhookGuides } from './webhook-guides';
import { WebhookReceived } from './webhook-received';

interface Props {
	settings: Settings;
	current: KnownRun;
	form: SettingsForm;
	navigate: ( route: Route ) => void;
}

/** KeyCRM calls the shop when stock or an order changes. */
export function WebhookFields( {
	settings,
	current,
	form: { draft, change },
	navigate,
}: Props ) {
	const webhook = useWebhook();
	const { data, error } = webhook;

	return (
		<Section
			title={ __( 'Webhooks', 'stock-sync-for-keycrm' ) }
			about={ __(
				'KeyCRM tells the shop at once what has changed.',
				'stock-sync-for-keycrm'
			) }
		>
			<div className="keycrm-stock-fields">
				<WriterNotices settings={ settings } />
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __(
						'Accept webhooks from KeyCRM',
						'stock-sync-for-keycrm'
					) }
					checked={ draft.webhook.enabled }
					onChange={ ( enabled ) =>
						change( { webhook: { enabled } } )
					}
				/>
				<ErrorNotice
					error={ error }
					onRetry={ () => void webhook.refetch() }
				/>
				{ data && (
					<>
						<CopyField
							label={ __(
								'Address for KeyCRM',
								'stock-sync-for-keycrm'
							) }
							text={ data.url }
						/>
						<WebhookAddress url={ data.url } />
						<WebhookReceived
							received={ data.received }
							aheadMs={ current.aheadMs }
						/>
						{ data.wake_up_text && (
							<p className="keycrm-stock-quiet">
								{ data.wake_up_text }
							</p>
						) }
						<WebhookGuides
							guides={ data.guides }
							current={ current }
							navigate={ navigate }
						/>
					</>
				) }
			</div>
		</Section>
	);
}
