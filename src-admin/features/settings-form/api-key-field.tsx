import { TextControl } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Settings } from '../../contract';
import { FieldHelp } from '../../ui/field-help';

interface Props {
	settings: Settings;
	value: string;
	error: string | undefined;
	/** A link asked for this field. */
	takesFocus?: boolean;
	onChange: ( value: string ) => void;
}

/** The server never returns the key, only its last characters. */
export function ApiKeyField( {
	settings,
	value,
	error,
	takesFocus = false,
	onChange,
}: Props ) {
	const field = useRef< HTMLInputElement >( null );

	useEffect( () => {
		if ( takesFocus ) {
			field.current?.focus();
		}
	}, [ takesFocus ] );

	if ( 'constant' === settings.api_key_source ) {
		return (
			<p>
				{ settings.api_key_problem ||
					sprintf(
						/* translators: %s: the last characters of the key. */
						__(
							'The API key ending in %s is set in wp-config.php (KEYCRM_STOCK_API_KEY). It can only be changed there.',
							'stock-sync-for-keycrm'
						),
						settings.api_key_hint
					) }
			</p>
		);
	}
	const saved = settings.api_key_set
		? sprintf(
				/* translators: %s: the last characters of the key. */
				__(
					'A key ending in %s is saved. Leave this empty to keep it.',
					'stock-sync-for-keycrm'
				),
				settings.api_key_hint
		  )
		: '';
	const location = __(
		'You find it in KeyCRM: Settings → General → API key.',
		'stock-sync-for-keycrm'
	);

	return (
		<TextControl
			__nextHasNoMarginBottom
			__next40pxDefaultSize
			ref={ field }
			type="password"
			autoComplete="new-password"
			label={ __( 'API key', 'stock-sync-for-keycrm' ) }
			help={
				<FieldHelp
					help={ [ saved, location ].filter( Boolean ).join( ' ' ) }
					error={ error ?? ( settings.api_key_problem || undefined ) }
				/>
			}
			aria-invalid={ undefined !== error }
			placeholder={
				settings.api_key_set ? `••••••••${ settings.api_key_hint }` : ''
			}
			value={ value }
			onChange={ onChange }
		/>
	);
}
