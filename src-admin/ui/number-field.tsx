import { TextControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { FieldHelp } from './field-help';

interface Props {
	label: string;
	help?: string;
	error?: string | undefined;
	value: number;
	min: number;
	max: number;
	/** NaN while the input is not a number. */
	onChange: ( value: number ) => void;
}

export function NumberField( {
	label,
	help,
	error,
	value,
	min,
	max,
	onChange,
}: Props ) {
	const [ text, setText ] = useState( String( value ) );

	useEffect( () => {
		if ( ! Number.isNaN( value ) ) {
			setText( ( old ) =>
				'' !== old && Number( old ) === value ? old : String( value )
			);
		}
	}, [ value ] );

	return (
		<TextControl
			__nextHasNoMarginBottom
			__next40pxDefaultSize
			className="keycrm-stock-number"
			type="number"
			inputMode="numeric"
			min={ min }
			max={ max }
			step={ 1 }
			label={ label }
			help={ <FieldHelp help={ help } error={ error } /> }
			aria-invalid={ undefined !== error }
			value={ text }
			onChange={ ( typed ) => {
				setText( typed );
				onChange( '' === typed ? NaN : Number( typed ) );
			} }
		/>
	);
}
