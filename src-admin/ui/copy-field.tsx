import { speak } from '@wordpress/a11y';
import { useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ActionButton } from './action-button';

interface Props {
	label: string;
	text: string;
}

/** A line to be taken elsewhere, with a button that copies it. */
export function CopyLine( { label, text }: Props ) {
	const id = useId();
	const field = useRef< HTMLInputElement >( null );
	const [ said, setSaid ] = useState( '' );

	const copy = async () => {
		let result = __( 'Copied.', 'stock-sync-for-keycrm' );
		try {
			await navigator.clipboard.writeText( text );
		} catch {
			// Browsers lend the clipboard to https pages only.
			field.current?.select();
			result = __(
				'Selected. Press Ctrl+C to copy it.',
				'stock-sync-for-keycrm'
			);
		}
		setSaid( result );
		speak( result );
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
				<span>{ said }</span>
			</div>
		</div>
	);
}
