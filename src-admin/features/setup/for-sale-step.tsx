import { __ } from '@wordpress/i18n';
import { useUnsaved } from '../../app/router/unsaved';
import type { Settings } from '../../contract';
import { useSettingsForm } from '../settings-form/use-settings-form';
import type { WarehousesState } from '../warehouses/use-warehouses';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';
import { ForSaleFields } from '../settings-form/for-sale-fields';

interface Props {
	settings: Settings;
	warehouses: WarehousesState;
	done: boolean;
	onDone: () => void;
}

/** Step 2: which of KeyCRM's units the shop offers. */
export function ForSaleStep( { settings, warehouses, done, onDone }: Props ) {
	const form = useSettingsForm( settings );
	useUnsaved( form.dirty );

	const submit = async () => {
		if ( ! form.dirty || ( await form.submit() ) ) {
			onDone();
		}
	};

	return (
		<form
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( ! form.saving ) {
					void submit();
				}
			} }
		>
			<ForSaleFields form={ form } warehouses={ warehouses } />
			<ErrorNotice
				error={ form.error }
				what={ __( 'Nothing was saved.', 'stock-sync-for-keycrm' ) }
			/>
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
