import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { PlaceWarehouse, Settings, Warehouse } from '../../../contract';
import { withUnseen } from '../../warehouses/warehouse-names';

interface Props {
	places: Settings[ 'stock_places' ];
	map: readonly PlaceWarehouse[];
	warehouses: Warehouse[];
	onChange: ( map: PlaceWarehouse[] ) => void;
}

/** Which warehouse gets the stock of each place of the shop. Several may share one. */
export function PlaceFields( { places, map, warehouses, onChange }: Props ) {
	const chosen = ( place: string ) =>
		map.find( ( row ) => row.place === place )?.warehouse_id ?? 0;
	const known = withUnseen( warehouses, [
		...new Set( map.map( ( row ) => row.warehouse_id ) ),
	] );
	return (
		<fieldset>
			<legend>
				{ __( 'Places of the shop', 'stock-sync-for-keycrm' ) }
			</legend>
			<p className="keycrm-stock-quiet">
				{ __(
					'Another plugin keeps stock by place. The stock of each place goes to its warehouse, and places that share a warehouse are added up. Products without a place go to the warehouse above.',
					'stock-sync-for-keycrm'
				) }
			</p>
			{ places.map( ( { place, name } ) => (
				<SelectControl
					key={ place }
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ name }
					value={ String( chosen( place ) ) }
					options={ [
						{
							value: '0',
							label: __(
								'Nothing is sent from here',
								'stock-sync-for-keycrm'
							),
						},
						...known.map( ( one ) => ( {
							value: String( one.id ),
							label: one.name,
						} ) ),
					] }
					onChange={ ( value ) =>
						onChange( [
							...map.filter( ( row ) => row.place !== place ),
							...( '0' === value
								? []
								: [
										{
											place,
											warehouse_id: Number( value ),
										},
								  ] ),
						] )
					}
				/>
			) ) }
		</fieldset>
	);
}
