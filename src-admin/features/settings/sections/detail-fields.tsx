import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { EditableSettings } from '../../../contract';

type Details = EditableSettings[ 'details' ];

interface Props {
	details: Details;
	onChange: ( details: Details ) => void;
}

/** What KeyCRM gets of a product besides its stock. */
export function DetailFields( { details, onChange }: Props ) {
	const box = ( name: keyof Details, label: string, help: string ) => (
		<CheckboxControl
			__nextHasNoMarginBottom
			label={ label }
			help={ help }
			checked={ details[ name ] }
			onChange={ ( checked ) =>
				onChange( { ...details, [ name ]: checked } )
			}
		/>
	);
	return (
		<fieldset>
			<legend>
				{ __( 'Also send to KeyCRM', 'stock-sync-for-keycrm' ) }
			</legend>
			{ box(
				'name',
				__( 'Names', 'stock-sync-for-keycrm' ),
				__(
					'Each sync sends the names of products that were saved since the last one. A name that another product in KeyCRM has is not taken.',
					'stock-sync-for-keycrm'
				)
			) }
			{ box(
				'price',
				__( 'Prices', 'stock-sync-for-keycrm' ),
				__( 'The regular price.', 'stock-sync-for-keycrm' )
			) }
			{ box(
				'sale_price',
				__( 'Sale prices', 'stock-sync-for-keycrm' ),
				__(
					'While a sale lasts, its price goes to KeyCRM; afterwards the regular one does again.',
					'stock-sync-for-keycrm'
				)
			) }
		</fieldset>
	);
}
