import { __, sprintf } from '@wordpress/i18n';
import { useConnectionCheck } from '../../../api/mutations';
import type { Settings } from '../../../contract';
import type { SettingsForm } from '../../settings-form/use-settings-form';
import { ActionButton } from '../../../ui/action-button';
import { ConnectionResult } from '../../settings-form/connection-result';
import { ErrorNotice } from '../../../ui/error-notice';
import { ApiKeyField } from '../../settings-form/api-key-field';
import { MovedNotice } from '../../settings-form/moved-notice';
import { Section } from '../../../ui/section';

interface Props {
	settings: Settings;
	form: SettingsForm;
	takesFocus: boolean;
}

const KEYCRM = 'https://openapi.keycrm.app/v1';

export function ConnectionFields( { settings, form, takesFocus }: Props ) {
	const connection = useConnectionCheck();
	const { draft, change, errors } = form;
	// The result belongs to the tested key, not to one typed since.
	const isAboutTyped = connection.variables === draft.api_key;
	const error = isAboutTyped ? connection.error : null;
	const fieldError = error?.params[ 'api_key' ];

	return (
		<Section
			title={ __( 'Connection', 'stock-sync-for-keycrm' ) }
			about={ __(
				'Which KeyCRM account the stock is read from.',
				'stock-sync-for-keycrm'
			) }
		>
			<div className="keycrm-stock-fields">
				<MovedNotice settings={ settings } />
				<ApiKeyField
					settings={ settings }
					value={ draft.api_key }
					error={ errors[ 'api_key' ] ?? fieldError }
					takesFocus={ takesFocus }
					onChange={ ( apiKey ) => change( { api_key: apiKey } ) }
				/>
				{ KEYCRM !== settings.api_base_url && (
					<p>
						{ sprintf(
							/* translators: %s: an address. */
							__(
								'KeyCRM is asked at %s, as wp-config.php says.',
								'stock-sync-for-keycrm'
							),
							settings.api_base_url
						) }
					</p>
				) }
				<div>
					<ActionButton
						busy={ connection.isPending }
						disabled={
							! settings.api_key_set && '' === draft.api_key
						}
						onClick={ () => connection.mutate( draft.api_key ) }
					>
						{ __(
							'Check the connection',
							'stock-sync-for-keycrm'
						) }
					</ActionButton>
				</div>
				<ConnectionResult
					check={ connection }
					isCurrent={ isAboutTyped }
				/>
				{ undefined === fieldError && <ErrorNotice error={ error } /> }
			</div>
		</Section>
	);
}
