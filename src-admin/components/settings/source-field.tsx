import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { useOrderSources } from '../../api/queries';
import type { OrderSource } from '../../contract';
import { ErrorNotice } from '../error-notice';
import { FieldHelp } from '../field-help';
import { NumberField } from '../number-field';

interface Props {
	/** 0 where it is to be found by itself. */
	source_id: number;
	error: string | undefined;
	onChange: ( source_id: number ) => void;
}

/** KeyCRM's list, and the chosen one also where that list lacks it. */
function optionsOf( sources: OrderSource[], chosen: number ) {
	const rows = sources.map( ( { id, name } ) => ( {
		value: String( id ),
		label: '' === name ? String( id ) : name,
	} ) );
	const is_missing =
		0 !== chosen && ! sources.some( ( { id } ) => id === chosen );
	return [
		{
			value: '0',
			label: __(
				'Find it by the shop’s own orders',
				'stock-sync-for-keycrm'
			),
		},
		...rows,
		...( is_missing
			? [
					{
						value: String( chosen ),
						label: sprintf(
							/* translators: %d: the number of a source in KeyCRM. */
							__(
								'Source %d (not in KeyCRM’s list)',
								'stock-sync-for-keycrm'
							),
							chosen
						),
					},
			  ]
			: [] ),
	];
}

/** Under which of the account's sources this shop's orders arrive; by number where KeyCRM cannot be asked. */
export function SourceField( { source_id, error, onChange }: Props ) {
	const sources = useOrderSources();

	if ( null !== sources.error ) {
		return (
			<>
				<ErrorNotice
					error={ sources.error }
					onAgain={ () => void sources.refetch() }
				/>
				<NumberField
					label={ __(
						'This shop’s source in KeyCRM, by its number',
						'stock-sync-for-keycrm'
					) }
					help={ __(
						'0 finds it by the shop’s own orders.',
						'stock-sync-for-keycrm'
					) }
					min={ 0 }
					max={ Number.MAX_SAFE_INTEGER }
					value={ source_id }
					error={ error }
					onChange={ onChange }
				/>
			</>
		);
	}
	const known = sources.data?.items ?? null;
	return (
		<SelectControl
			__nextHasNoMarginBottom
			__next40pxDefaultSize
			label={ __(
				'This shop’s source in KeyCRM',
				'stock-sync-for-keycrm'
			) }
			help={
				<FieldHelp
					help={
						null !== known
							? __(
									'Only orders of this source are looked at: an order from Instagram may carry the same number.',
									'stock-sync-for-keycrm'
							  )
							: __(
									'Asking KeyCRM for its sources…',
									'stock-sync-for-keycrm'
							  )
					}
					error={ error }
				/>
			}
			aria-invalid={ undefined !== error }
			disabled={ null === known }
			value={ String( source_id ) }
			options={
				null !== known
					? optionsOf( known, source_id )
					: [ { value: String( source_id ), label: '…' } ]
			}
			onChange={ ( value ) => onChange( Number( value ) ) }
		/>
	);
}
