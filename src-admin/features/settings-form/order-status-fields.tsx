import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Settings } from '../../contract';

interface Props {
	known: Settings[ 'order_statuses' ];
	chosen: string[];
	onChange: ( chosen: string[] ) => void;
}

export function OrderStatusFields( { known, chosen, onChange }: Props ) {
	// A chosen status that no longer exists: the plugin that registered it may be inactive.
	const removed = chosen.filter(
		( status ) => ! known.some( ( one ) => one.status === status )
	);
	const rows = [
		...known,
		...removed.map( ( status ) => ( {
			status,
			name: sprintf(
				/* translators: %s: the name of an order status. */
				__( '%s (no longer in WooCommerce)', 'stock-sync-for-keycrm' ),
				status
			),
		} ) ),
	];
	return (
		<fieldset className="keycrm-stock-fieldset">
			<legend>
				{ __(
					'Statuses in which KeyCRM does not count an order yet',
					'stock-sync-for-keycrm'
				) }
			</legend>
			{ rows.map( ( { status, name } ) => (
				<CheckboxControl
					key={ status }
					__nextHasNoMarginBottom
					label={ name }
					checked={ chosen.includes( status ) }
					onChange={ ( ticked ) =>
						onChange(
							ticked
								? [ ...chosen, status ]
								: chosen.filter( ( one ) => one !== status )
						)
					}
				/>
			) ) }
			{ 0 === chosen.length && (
				<p>
					{ __(
						'Nothing is ticked, so no order is subtracted.',
						'stock-sync-for-keycrm'
					) }
				</p>
			) }
		</fieldset>
	);
}
