import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Warehouse } from '../../contract';
import { withUnseen } from './warehouse-names';
import { WarehouseByNumber } from './warehouse-by-number';
import { WarehouseSearch } from './warehouse-search';
import type { WarehousesState } from './use-warehouses';

interface Props {
	label: string;
	warehouses: WarehousesState;
	/** Those of them that fit. */
	items: Warehouse[];
	/** 0: none. */
	chosen: number;
	onChange: ( id: number ) => void;
}

/** Selects one of KeyCRM's warehouses, also one in which nothing lies yet. */
export function WarehouseSelect( {
	label,
	warehouses,
	items,
	chosen,
	onChange,
}: Props ) {
	const known = withUnseen( items, chosen > 0 ? [ chosen ] : [] );
	return (
		<>
			<SelectControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ label }
				value={ String( chosen ) }
				options={ [
					{
						value: '0',
						label: __(
							'Choose a warehouse',
							'stock-sync-for-keycrm'
						),
					},
					...known.map( ( { id, name } ) => ( {
						value: String( id ),
						label: name,
					} ) ),
				] }
				onChange={ ( value ) => onChange( Number( value ) ) }
			/>
			<WarehouseSearch warehouses={ warehouses } />
			<WarehouseByNumber onAdd={ onChange } />
		</>
	);
}
