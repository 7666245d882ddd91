import { __, sprintf } from '@wordpress/i18n';
import type { Warehouse } from '../../contract';

/** The found warehouses, and chosen ones that have no stock in KeyCRM. */
export const withUnseen = (
	found: Warehouse[],
	chosen: number[]
): Warehouse[] => [
	...found,
	...chosen
		.filter( ( id ) => ! found.some( ( one ) => one.id === id ) )
		.map( ( id ) => ( {
			id,
			name: sprintf(
				/* translators: %d: the number of a warehouse in KeyCRM. */
				__(
					'Warehouse %d (not seen in KeyCRM’s stock)',
					'stock-sync-for-keycrm'
				),
				id
			),
		} ) ),
];

/** Warehouses whose stock is for sale. An empty choice means all. */
export const countingWarehouses = (
	found: Warehouse[],
	chosen: number[]
): Warehouse[] =>
	0 === chosen.length
		? found
		: withUnseen( found, chosen ).filter( ( { id } ) =>
				chosen.includes( id )
		  );
