import type {
	EditableSettings,
	Example,
	Parts,
	WarehouseLimit,
} from '../../contract';

type FormulaSettings = Pick<
	EditableSettings,
	| 'warehouse_ids'
	| 'warehouse_limits'
	| 'subtract_reserve'
	| 'buffer'
	| 'allow_negative'
>;
type Row = Example[ 'warehouses' ][ number ];

/** Rounds off the error of floating point: 0.1 + 0.2 is 0.30000000000000004. */
const total = ( values: number[] ): number =>
	Number( values.reduce( ( sum, value ) => sum + value, 0 ).toFixed( 6 ) );

/** A share is rounded down in each warehouse. A negative quantity is not limited. */
function limitedQuantity(
	free: number,
	{ kind, percent, pieces }: WarehouseLimit
) {
	if ( free <= 0 ) {
		return free;
	}
	return 'ceiling' === kind
		? Math.min( free, pieces )
		: Math.floor( total( [ ( free * percent ) / 100 ] ) );
}

function warehouseCuts(
	rows: Row[],
	settings: FormulaSettings
): Parts[ 'cuts' ] {
	return settings.warehouse_limits.flatMap( ( limit ) =>
		rows
			.filter( ( { id } ) => id === limit.warehouse_id )
			.map( ( { name, quantity, reserve } ) => {
				const free =
					quantity - ( settings.subtract_reserve ? reserve : 0 );
				return {
					name,
					kind: limit.kind,
					amount:
						'share' === limit.kind ? limit.percent : limit.pieces,
					quantity: total( [
						free,
						-limitedQuantity( free, limit ),
					] ),
				};
			} )
			.filter( ( { quantity } ) => quantity > 0 )
	);
}

/**
 * The same formula as Sync\Availability\Formula in PHP, without open orders; tests/support/sum-table.ts tests
 * both. The sum over the chosen warehouses (none chosen: all) of quantity − reserve − cut by the limit, minus the
 * buffer, rounded down, and not below 0 unless the settings allow it.
 */
export function applyFormula( rows: Row[], settings: FormulaSettings ): Parts {
	const chosen = rows.filter(
		( { id } ) =>
			0 === settings.warehouse_ids.length ||
			settings.warehouse_ids.includes( id )
	);
	const quantity = total( chosen.map( ( row ) => row.quantity ) );
	const reserve = settings.subtract_reserve
		? total( chosen.map( ( row ) => row.reserve ) )
		: 0;
	const cuts = warehouseCuts( chosen, settings );
	const exact = total( [
		quantity,
		-reserve,
		...cuts.map( ( cut ) => -cut.quantity ),
		-settings.buffer,
	] );
	const whole = Math.floor( exact );

	return {
		warehouses: chosen,
		quantity,
		reserve,
		cuts,
		held: 0,
		held_orders: [],
		buffer: settings.buffer,
		buffer_from: 'shop',
		exact,
		available: settings.allow_negative ? whole : Math.max( 0, whole ),
	};
}
