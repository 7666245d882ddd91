import { speak } from '@wordpress/a11y';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { ActionButton } from '../../ui/action-button';
import { Icon } from '../../ui/icon';
import { Section } from '../../ui/section';
import { ForSaleFields } from '../settings-form/for-sale-fields';
import { ConnectionFields } from './sections/connection-fields';
import { OrderFields } from './sections/order-fields';
import { MessageFields } from './sections/message-fields';
import { AdvancedFields, ProductFields } from './sections/other-fields';
import { SafetyFields } from './sections/safety-fields';
import { SourceFields } from './sections/source-fields';
import { ScheduleFields } from './sections/schedule-fields';
import { useUnsaved } from '../../app/router/unsaved';
import type { Settings } from '../../contract';
import type { KnownRun } from '../current-run/use-current-run';
import { SettingsChangedNotice } from './settings-news';
import { useSettingsForm } from '../settings-form/use-settings-form';
import type { Route } from '../../app/router/route';
import { useWarehouses } from '../warehouses/use-warehouses';
import { WebhookFields } from './webhook/webhook-fields';

interface Props {
	settings: Settings;
	current: KnownRun;
	field: Route[ 'field' ];
	navigate: ( route: Route ) => void;
}

export function SettingsScreen( {
	settings,
	current,
	field,
	navigate,
}: Props ) {
	const form = useSettingsForm( settings );
	const warehouses = useWarehouses( settings.api_key_set );
	const formElement = useRef< HTMLFormElement >( null );
	const [ failedSaves, setFailedSaves ] = useState( 0 );
	const [ saved, setSaved ] = useState( false );

	useUnsaved( form.dirty );

	// After a failed save the first invalid field gets the focus.
	useEffect( () => {
		formElement.current
			?.querySelector< HTMLElement >( '[aria-invalid="true"]' )
			?.focus();
	}, [ failedSaves ] );

	const submit = async () => {
		setSaved( false );
		if ( await form.submit() ) {
			setSaved( true );
			speak( __( 'Settings saved.', 'stock-sync-for-keycrm' ) );
		} else {
			setFailedSaves( failedSaves + 1 );
		}
	};

	return (
		<form
			ref={ formElement }
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( form.dirty && ! form.saving ) {
					void submit();
				}
			} }
		>
			<SourceFields
				settings={ settings }
				current={ current }
				warehouses={ warehouses }
				form={ form }
				navigate={ navigate }
			/>
			<ConnectionFields
				settings={ settings }
				form={ form }
				takesFocus={ 'api_key' === field }
			/>
			{ 'keycrm_to_shop' === settings.direction && (
				<>
					<Section
						title={ __(
							'Stock available for sale',
							'stock-sync-for-keycrm'
						) }
						about={ __(
							'Which of KeyCRM’s units the shop offers.',
							'stock-sync-for-keycrm'
						) }
					>
						<ForSaleFields
							detailed
							form={ form }
							warehouses={ warehouses }
						/>
					</Section>
					<OrderFields
						settings={ settings }
						orders={ current.orders }
						form={ form }
					/>
				</>
			) }
			<ProductFields form={ form } />
			<ScheduleFields
				settings={ settings }
				form={ form }
				takesFocus={ 'schedule' === field }
			/>
			<WebhookFields
				settings={ settings }
				current={ current }
				form={ form }
				navigate={ navigate }
			/>
			<SafetyFields form={ form } />
			<MessageFields settings={ settings } form={ form } />
			<AdvancedFields form={ form } />
			<ErrorNotice
				error={ form.error }
				what={ __( 'Nothing was saved.', 'stock-sync-for-keycrm' ) }
			/>
			<SettingsChangedNotice current={ current } navigate={ navigate } />
			<div className="keycrm-stock-save">
				<ActionButton
					submits
					variant="primary"
					busy={ form.saving }
					disabled={ ! form.dirty }
				>
					{ __( 'Save', 'stock-sync-for-keycrm' ) }
				</ActionButton>
				{ saved && ! form.dirty && (
					<span>
						<Icon name="yes" />{ ' ' }
						{ __( 'Settings saved.', 'stock-sync-for-keycrm' ) }
					</span>
				) }
			</div>
		</form>
	);
}
