import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ApiError } from '../../api-error';
import type { Settings, SettingsPatch } from '../../contract';
import { useConnection } from '../../hooks/use-connection';
import { ActionButton } from '../action-button';
import { ConnectionResult } from '../connection-result';
import { ErrorNotice } from '../error-notice';
import { KeyField } from '../key-field';

interface Props {
	settings: Settings;
	save: ( patch: SettingsPatch ) => Promise< Settings >;
	onConnected: () => void;
}

/** Step 1: a key that works is saved at once; one that does not is explained. */
export function Connect( { settings, save, onConnected }: Props ) {
	const connection = useConnection();
	const [ typed, setTyped ] = useState( '' );
	const [ refusal, setRefusal ] = useState< ApiError | null >( null );
	const error = connection.error ?? refusal;
	const at_field = error?.params[ 'api_key' ];

	const check = async () => {
		setRefusal( null );
		const answer = await connection.check( typed );
		if ( ! answer?.ok ) {
			return;
		}
		try {
			if ( '' !== typed ) {
				await save( { api_key: typed } );
				setTyped( '' );
			}
			onConnected();
		} catch ( cause ) {
			setRefusal( ApiError.from( cause ) );
		}
	};

	return (
		<form
			className="keycrm-stock-fields"
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( settings.api_key_set || '' !== typed ) {
					void check();
				}
			} }
		>
			<KeyField
				settings={ settings }
				value={ typed }
				error={ at_field }
				onChange={ ( value ) => {
					connection.forget();
					setTyped( value );
				} }
			/>
			<div>
				<ActionButton
					submits
					variant={ settings.api_key_set ? 'secondary' : 'primary' }
					busy={ connection.checking }
					disabled={ ! settings.api_key_set && '' === typed }
				>
					{ __( 'Check the connection', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</div>
			<ConnectionResult result={ connection.result } />
			{ undefined === at_field && <ErrorNotice error={ error } /> }
		</form>
	);
}
