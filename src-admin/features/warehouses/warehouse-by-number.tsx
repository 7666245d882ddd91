import { TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ActionButton } from '../../ui/action-button';
import { FieldHelp } from '../../ui/field-help';

/** Adds a warehouse without stock, which cannot be found in KeyCRM's stock list. */
export function WarehouseByNumber( {
	onAdd,
}: {
	onAdd: ( id: number ) => void;
} ) {
	const [ typed, setTyped ] = useState( '' );
	const [ error, setError ] = useState< string | undefined >();

	const add = () => {
		const id = Number( typed.trim() );
		if ( ! Number.isSafeInteger( id ) || id < 1 ) {
			setError(
				__(
					'Enter the number of a warehouse, such as 3.',
					'stock-sync-for-keycrm'
				)
			);
			return;
		}
		setTyped( '' );
		setError( undefined );
		onAdd( id );
	};

	return (
		<div className="keycrm-stock-row is-bottom">
			<TextControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				inputMode="numeric"
				label={ __(
					'Another warehouse, by its number in KeyCRM',
					'stock-sync-for-keycrm'
				) }
				help={ error && <FieldHelp error={ error } /> }
				aria-invalid={ undefined !== error }
				value={ typed }
				onChange={ setTyped }
				onKeyDown={ ( event ) => {
					if ( 'Enter' === event.key ) {
						event.preventDefault();
						add();
					}
				} }
			/>
			<ActionButton onClick={ add }>
				{ __( 'Add', 'stock-sync-for-keycrm' ) }
			</ActionButton>
		</div>
	);
}
