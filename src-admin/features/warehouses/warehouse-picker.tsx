import { CheckboxControl, RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { WarehousesState } from './use-warehouses';
import { withUnseen } from './warehouse-names';
import { WarehouseByNumber } from './warehouse-by-number';
import { WarehouseSearch } from './warehouse-search';

interface Props {
	warehouses: WarehousesState;
	/** Empty means all. */
	chosen: number[];
	onChange: ( chosen: number[] ) => void;
}

export function WarehousePicker( { warehouses, chosen, onChange }: Props ) {
	const [ choosing, setChoosing ] = useState( chosen.length > 0 );
	const found = warehouses.found?.items ?? [];
	const rows = withUnseen( found, chosen );
	const toggle = ( id: number, ticked: boolean ) =>
		onChange(
			ticked
				? [ ...chosen, id ]
				: chosen.filter( ( other ) => other !== id )
		);

	return (
		<fieldset className="keycrm-stock-fieldset">
			<legend>{ __( 'Warehouses', 'stock-sync-for-keycrm' ) }</legend>
			<RadioControl
				selected={ choosing ? 'chosen' : 'all' }
				options={ [
					{
						value: 'all',
						label: __(
							'All of them, also those added later',
							'stock-sync-for-keycrm'
						),
					},
					{
						value: 'chosen',
						label: __(
							'Only those I tick',
							'stock-sync-for-keycrm'
						),
					},
				] }
				onChange={ ( value ) => {
					setChoosing( 'chosen' === value );
					onChange(
						'chosen' === value ? found.map( ( { id } ) => id ) : []
					);
				} }
			/>
			{ choosing && (
				<div className="keycrm-stock-ticks">
					{ rows.map( ( { id, name } ) => (
						<CheckboxControl
							key={ id }
							__nextHasNoMarginBottom
							label={ name }
							checked={ chosen.includes( id ) }
							onChange={ ( ticked ) => toggle( id, ticked ) }
						/>
					) ) }
					{ 0 === chosen.length && (
						<p>
							{ __(
								'Nothing is ticked, so all warehouses count.',
								'stock-sync-for-keycrm'
							) }
						</p>
					) }
					<WarehouseByNumber
						onAdd={ ( id ) =>
							onChange( [
								...chosen.filter( ( other ) => other !== id ),
								id,
							] )
						}
					/>
				</div>
			) }
			<WarehouseSearch warehouses={ warehouses } />
		</fieldset>
	);
}
