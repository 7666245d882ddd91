import { TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { FieldHelp } from './field-help';

interface Props {
	label: string;
	help: string;
	error: string | undefined;
	value: readonly string[];
	onChange: ( value: string[] ) => void;
}

const listOf = ( text: string ) =>
	text.split( /[\s,;]+/ ).filter( ( address ) => '' !== address );

/** Several e-mail addresses in one line. */
export function AddressesField( {
	label,
	help,
	error,
	value,
	onChange,
}: Props ) {
	const [ typed, setTyped ] = useState( '' );
	// What is typed stays as it is, with its commas, for as long as it means what is set.
	const isOurs = listOf( typed ).join() === value.join();

	return (
		<TextControl
			__nextHasNoMarginBottom
			__next40pxDefaultSize
			label={ label }
			help={ <FieldHelp help={ help } error={ error } /> }
			aria-invalid={ undefined !== error }
			value={ isOurs ? typed : value.join( ', ' ) }
			onChange={ ( text ) => {
				setTyped( text );
				onChange( listOf( text ) );
			} }
		/>
	);
}
