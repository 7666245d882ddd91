import { speak } from '@wordpress/a11y';
import { useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ActionButton } from './action-button';

interface Props {
	label: string;
	text: string;
}

/** A read-only line with a button that copies it. */
export function CopyField( { label, text }: Props ) {
	const id = useId();
	const field = useRef< HTMLInputElement >( null );
	const [ result, setResult ] = useState( '' );

	const copy = async () => {
		let message = __( 'Copied.', 'stock-sync-for-keycrm' );
		try {
			await navigator.clipboard.writeText( text );
		} catch {
			// Browsers allow the clipboard only on https pages.
			field.current?.select();
			message = __(
				'Selected. Press Ctrl+C to copy it.',
				'stock-sync-for-keycrm'
			);
		}
		setResult( message );
		speak( message );
	};

	return (
		<div className="keycrm-stock-copy">
			<label htmlFor={ id }>{ label }</label>
			<div className="keycrm-stock-row">
				<input
					id={ id }
					type="text"
					ref={ field }
					className="code"
					readOnly
					value={ text }
					onFocus={ ( event ) => event.target.select() }
				/>
				<ActionButton onClick={ () => void copy() }>
					{ __( 'Copy', 'stock-sync-for-keycrm' ) }
				</ActionButton>
				<span>{ result }</span>
			</div>
		</div>
	);
}
