import { __ } from '@wordpress/i18n';
import type { Settings, SettingsPatch } from '../../contract';
import { useSettingsForm } from '../../hooks/use-settings-form';
import { ActionButton } from '../action-button';
import { ErrorNotice } from '../error-notice';
import { SellFields } from '../sell-fields';

interface Props {
	settings: Settings;
	save: ( patch: SettingsPatch ) => Promise< Settings >;
	done: boolean;
	onDone: ( changed: boolean ) => void;
}

/** Step 2: which of KeyCRM's pieces the shop offers. */
export function Sell( { settings, save, done, onDone }: Props ) {
	const form = useSettingsForm( settings, save );

	const submit = async () => {
		const changed = form.dirty;
		if ( ! changed || ( await form.submit() ) ) {
			onDone( changed );
		}
	};

	return (
		<form
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				void submit();
			} }
		>
			<SellFields form={ form } has_key={ settings.api_key_set } />
			<ErrorNotice error={ form.error } />
			<ActionButton
				submits
				variant={ done && ! form.dirty ? 'secondary' : 'primary' }
				busy={ form.saving }
			>
				{ __( 'Save and go on', 'stock-sync-for-keycrm' ) }
			</ActionButton>
		</form>
	);
}
