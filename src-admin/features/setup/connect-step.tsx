import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useConnectionCheck, useSaveSettings } from '../../api/mutations';
import { useUnsaved } from '../../app/router/unsaved';
import type { Settings } from '../../contract';
import { ActionButton } from '../../ui/action-button';
import { ConnectionResult } from '../settings-form/connection-result';
import { ErrorNotice } from '../../ui/error-notice';
import { ApiKeyField } from '../settings-form/api-key-field';

interface Props {
	settings: Settings;
	onConnected: () => void;
}

/** Step 1: tests the key, and saves it if it works. */
export function ConnectStep( { settings, onConnected }: Props ) {
	const connection = useConnectionCheck();
	const saving = useSaveSettings();
	const [ typed, setTyped ] = useState( '' );
	const latestTyped = useRef( typed );
	useEffect( () => {
		latestTyped.current = typed;
	}, [ typed ] );
	useUnsaved( '' !== typed );

	// The result belongs to the tested key, not to one typed since.
	const isAboutTyped = connection.variables === typed;
	const error = saving.error ?? ( isAboutTyped ? connection.error : null );
	const fieldError = error?.params[ 'api_key' ];

	const check = async () => {
		saving.reset();
		try {
			const { ok } = await connection.mutateAsync( typed );
			if ( ! ok || latestTyped.current !== typed ) {
				return;
			}
			if ( '' !== typed ) {
				await saving.mutateAsync( { api_key: typed } );
				// What was typed during the save stays in the field.
				setTyped( ( now ) => ( now === typed ? '' : now ) );
			}
			onConnected();
		} catch {
			// Shown below.
		}
	};

	return (
		<form
			className="keycrm-stock-fields"
			onSubmit={ ( event ) => {
				event.preventDefault();
				if (
					( settings.api_key_set || '' !== typed ) &&
					! connection.isPending &&
					! saving.isPending
				) {
					void check();
				}
			} }
		>
			<ApiKeyField
				settings={ settings }
				value={ typed }
				error={ fieldError }
				onChange={ setTyped }
			/>
			<div>
				<ActionButton
					submits
					variant={ settings.api_key_set ? 'secondary' : 'primary' }
					busy={ connection.isPending || saving.isPending }
					disabled={ ! settings.api_key_set && '' === typed }
				>
					{ __( 'Check the connection', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</div>
			<ConnectionResult
				check={ connection }
				isCurrent={ isAboutTyped || '' === typed }
			/>
			{ undefined === fieldError && (
				<ErrorNotice
					error={ error }
					{ ...( saving.error && {
						what: __(
							'The key works, but was not saved.',
							'stock-sync-for-keycrm'
						),
					} ) }
				/>
			) }
		</form>
	);
}
