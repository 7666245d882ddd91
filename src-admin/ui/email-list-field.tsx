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

const parseList = ( text: string ) =>
	text.split( /[\s,;]+/ ).filter( ( address ) => '' !== address );

/** Several e-mail addresses in one line. */
export function EmailListField( {
	label,
	help,
	error,
	value,
	onChange,
}: Props ) {
	const [ typed, setTyped ] = useState( '' );
	// What is typed stays as it is, with its commas, for as long as it means what is set.
	const isUnchanged = parseList( typed ).join() === value.join();

	return (
		<TextControl
			__nextHasNoMarginBottom
			__next40pxDefaultSize
			label={ label }
			help={ <FieldHelp help={ help } error={ error } /> }
			aria-invalid={ undefined !== error }
			value={ isUnchanged ? typed : value.join( ', ' ) }
			onChange={ ( text ) => {
				setTyped( text );
				onChange( parseList( text ) );
			} }
		/>
	);
}
