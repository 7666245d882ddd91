import { __ } from '@wordpress/i18n';
import type { Warehouse, WarehouseLimit } from '../../contract';
import type { FieldErrors } from '../../lib/field-errors';
import { FieldHelp } from '../../ui/field-help';
import { WarehouseLimitRow } from './warehouse-limit-row';

interface Props {
	/** Warehouses whose stock is for sale. */
	warehouses: Warehouse[];
	limits: WarehouseLimit[];
	errors: FieldErrors;
	onChange: ( limits: WarehouseLimit[] ) => void;
}

/** How much of each warehouse is for sale. Limits of warehouses that are not chosen are kept. */
export function WarehouseLimits( {
	warehouses,
	limits,
	errors,
	onChange,
}: Props ) {
	if ( 0 === warehouses.length ) {
		return null;
	}
	const setLimit = ( id: number, limit: WarehouseLimit | null ) => {
		const others = limits.filter( ( one ) => one.warehouse_id !== id );
		if ( null === limit ) {
			onChange( others );
		} else if ( others.length === limits.length ) {
			onChange( [ ...limits, limit ] );
		} else {
			onChange(
				limits.map( ( one ) =>
					one.warehouse_id === id ? limit : one
				)
			);
		}
	};

	return (
		<fieldset className="keycrm-stock-fieldset">
			<legend>
				{ __( 'How much of each warehouse', 'stock-sync-for-keycrm' ) }
			</legend>
			<p className="keycrm-stock-quiet">
				{ __(
					'For a showroom or a market stall whose pieces should not all be sold here. What is reserved there is subtracted first; a share is rounded down to whole pieces.',
					'stock-sync-for-keycrm'
				) }
			</p>
			{ warehouses.map( ( { id, name } ) => {
				const index = limits.findIndex(
					( one ) => one.warehouse_id === id
				);
				return (
					<WarehouseLimitRow
						key={ id }
						id={ id }
						name={ name }
						limit={ limits[ index ] ?? null }
						error={
							errors[ `warehouse_limits.${ index }.percent` ] ??
							errors[ `warehouse_limits.${ index }.pieces` ]
						}
						onChange={ ( limit ) => setLimit( id, limit ) }
					/>
				);
			} ) }
			<FieldHelp error={ errors[ 'warehouse_limits' ] } />
		</fieldset>
	);
}
