import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import {
	BOUNDS,
	type HoldOrders,
	type OrdersState,
	type Settings,
} from '../../contract';
import type { SettingsForm } from './use-settings-form';
import { NumberField } from '../../ui/number-field';
import { OrderSourceField } from './order-source-field';
import { OrderStatusFields } from './order-status-fields';

interface Props {
	settings: Settings;
	orders: OrdersState;
	form: SettingsForm;
}

/** The settings that the chosen `mode` uses. */
export function OpenOrderFields( { settings, orders, form }: Props ) {
	const { draft, change, errors } = form;
	const hold = draft.hold_orders;
	const set = ( part: Partial< HoldOrders > ) =>
		change( { hold_orders: { ...hold, ...part } } );

	return (
		<>
			{ 'keycrm_orders' === hold.mode && (
				<OrderSourceField
					sourceId={ hold.source_id }
					candidates={ orders.candidates }
					found={
						0 === settings.hold_orders.source_id
							? orders.source_id
							: 0
					}
					error={ errors[ 'hold_orders.source_id' ] }
					onChange={ ( sourceId ) => set( { source_id: sourceId } ) }
				/>
			) }
			{ 'plugin_marks' === hold.mode && (
				<>
					{ ! settings.official_plugin && (
						<p>
							{ __(
								'KeyCRM’s own plugin is not active in this shop, so no new order gets its mark: each would stay subtracted up to the age limit. Switch that plugin on, or choose another way.',
								'stock-sync-for-keycrm'
							) }
						</p>
					) }
					<NumberField
						label={ __(
							'KeyCRM counts an order after, minutes',
							'stock-sync-for-keycrm'
						) }
						help={ __(
							'From the moment the order was sent. Rather too long than too short: too short may sell a unit twice, too long only offers a little less for a while.',
							'stock-sync-for-keycrm'
						) }
						{ ...BOUNDS.grace_minutes }
						value={ hold.grace_minutes }
						error={ errors[ 'hold_orders.grace_minutes' ] }
						onChange={ ( graceMinutes ) =>
							set( { grace_minutes: graceMinutes } )
						}
					/>
				</>
			) }
			{ 'statuses' === hold.mode && (
				<OrderStatusFields
					known={ settings.order_statuses }
					chosen={ hold.statuses }
					onChange={ ( statuses ) => set( { statuses } ) }
				/>
			) }
			{ 'off' === hold.mode ? (
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __(
						'Begin to ask KeyCRM as soon as an order of this shop is found there',
						'stock-sync-for-keycrm'
					) }
					help={ __(
						'Looked for a few times a day. Once one is found, the first way above is switched on by itself.',
						'stock-sync-for-keycrm'
					) }
					checked={ hold.detect }
					onChange={ ( detect ) => set( { detect } ) }
				/>
			) : (
				<NumberField
					label={ __(
						'Subtract an order for at most, days',
						'stock-sync-for-keycrm'
					) }
					help={ __(
						'An order that KeyCRM still does not count by then is taken for forgotten, or it would keep its units from sale for ever.',
						'stock-sync-for-keycrm'
					) }
					{ ...BOUNDS.max_age_days }
					value={ hold.max_age_days }
					error={ errors[ 'hold_orders.max_age_days' ] }
					onChange={ ( maxAgeDays ) =>
						set( { max_age_days: maxAgeDays } )
					}
				/>
			) }
		</>
	);
}
