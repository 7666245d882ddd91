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

/** E-mail addresses, separated by commas. */
export function EmailListField( {
	label,
	help,
	error,
	value,
	onChange,
}: Props ) {
	const [ typed, setTyped ] = useState( '' );
	// We keep the typed text, with its commas, as long as it means the same list as `value`.
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
