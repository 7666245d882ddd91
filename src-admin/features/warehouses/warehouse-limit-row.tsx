import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { BOUNDS, type WarehouseLimit } from '../../contract';
import { NumberField } from '../../ui/number-field';

interface Props {
	id: number;
	name: string;
	/** Null: all of it is for sale. */
	limit: WarehouseLimit | null;
	error: string | undefined;
	onChange: ( limit: WarehouseLimit | null ) => void;
}

/** Defaults of a new limit: half of it, or at most 2 pieces. */
const NEW_LIMIT = { percent: 50, pieces: 2 };

export function WarehouseLimitRow( {
	id,
	name,
	limit,
	error,
	onChange,
}: Props ) {
	const choose = ( kind: string ) =>
		onChange(
			'share' === kind || 'ceiling' === kind
				? { ...NEW_LIMIT, ...limit, warehouse_id: id, kind }
				: null
		);
	return (
		<div className="keycrm-stock-row is-bottom">
			<SelectControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ sprintf(
					/* translators: %s: name of a warehouse. */
					__( 'Of %s', 'stock-sync-for-keycrm' ),
					name
				) }
				value={ limit?.kind ?? 'all' }
				options={ [
					{
						value: 'all',
						label: __(
							'All of it is for sale',
							'stock-sync-for-keycrm'
						),
					},
					{
						value: 'ceiling',
						label: __(
							'At most so many pieces of each product',
							'stock-sync-for-keycrm'
						),
					},
					{
						value: 'share',
						label: __( 'Only a share', 'stock-sync-for-keycrm' ),
					},
				] }
				onChange={ choose }
			/>
			{ 'ceiling' === limit?.kind && (
				<NumberField
					label={ sprintf(
						/* translators: %s: name of a warehouse. */
						__( '%s: pieces', 'stock-sync-for-keycrm' ),
						name
					) }
					{ ...BOUNDS.pieces }
					value={ limit.pieces }
					error={ error }
					onChange={ ( pieces ) => onChange( { ...limit, pieces } ) }
				/>
			) }
			{ 'share' === limit?.kind && (
				<NumberField
					label={ sprintf(
						/* translators: %s: name of a warehouse. */
						__( '%s: share, %%', 'stock-sync-for-keycrm' ),
						name
					) }
					{ ...BOUNDS.percent }
					value={ limit.percent }
					error={ error }
					onChange={ ( percent ) =>
						onChange( { ...limit, percent } )
					}
				/>
			) }
		</div>
	);
}
