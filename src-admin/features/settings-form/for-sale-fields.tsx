import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { BOUNDS } from '../../contract';
import type { SettingsForm } from './use-settings-form';
import type { WarehousesState } from '../warehouses/use-warehouses';
import { FormulaExample } from './formula-example';
import { NumberField } from '../../ui/number-field';
import { WarehouseLimits } from '../warehouses/warehouse-limits';
import { WarehousePicker } from '../warehouses/warehouse-picker';
import { countingWarehouses } from '../warehouses/warehouse-names';

interface Props {
	form: SettingsForm;
	warehouses: WarehousesState;
	/** With the limits of warehouses, which the set-up leaves out. */
	detailed?: boolean;
}

/** The settings of the formula, with an example of a real product. */
export function ForSaleFields( { form, warehouses, detailed = false }: Props ) {
	const { draft, change, errors } = form;

	return (
		<div className="keycrm-stock-fields">
			<WarehousePicker
				warehouses={ warehouses }
				chosen={ draft.warehouse_ids }
				onChange={ ( warehouseIds ) =>
					change( { warehouse_ids: warehouseIds } )
				}
			/>
			{ detailed && (
				<WarehouseLimits
					warehouses={ countingWarehouses(
						warehouses.found?.items ?? [],
						draft.warehouse_ids
					) }
					limits={ draft.warehouse_limits }
					errors={ errors }
					onChange={ ( warehouseLimits ) =>
						change( { warehouse_limits: warehouseLimits } )
					}
				/>
			) }
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Subtract what is reserved in KeyCRM',
					'stock-sync-for-keycrm'
				) }
				help={ __(
					'Pieces reserved for orders in KeyCRM are not offered again in the shop.',
					'stock-sync-for-keycrm'
				) }
				checked={ draft.subtract_reserve }
				onChange={ ( subtractReserve ) =>
					change( { subtract_reserve: subtractReserve } )
				}
			/>
			<NumberField
				label={ __(
					'Keep back from sale (buffer), pieces of each product',
					'stock-sync-for-keycrm'
				) }
				help={ __(
					'For mistakes in counting and for sales elsewhere. 0 keeps nothing back. A product (on its Inventory tab) or a category may have another number.',
					'stock-sync-for-keycrm'
				) }
				{ ...BOUNDS.pieces }
				value={ draft.buffer }
				error={ errors[ 'buffer' ] }
				onChange={ ( buffer ) => change( { buffer } ) }
			/>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'Allow numbers below 0', 'stock-sync-for-keycrm' ) }
				help={ __(
					'For shops that sell on back order and want to see how much is missing. Otherwise the lowest number is 0.',
					'stock-sync-for-keycrm'
				) }
				checked={ draft.allow_negative }
				onChange={ ( allowNegative ) =>
					change( { allow_negative: allowNegative } )
				}
			/>
			<FormulaExample
				example={ warehouses.found?.examples[ 0 ] }
				draft={ draft }
			/>
		</div>
	);
}
