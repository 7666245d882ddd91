import { __, sprintf } from '@wordpress/i18n';
import type { Warehouse } from '../../contract';

/** Those found, and those chosen once that are not (or not yet) seen in KeyCRM's stock. */
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

/** Those whose stock is for sale; none chosen means all. */
export const countingWarehouses = (
	found: Warehouse[],
	chosen: number[]
): Warehouse[] =>
	0 === chosen.length
		? found
		: withUnseen( found, chosen ).filter( ( { id } ) =>
				chosen.includes( id )
		  );
