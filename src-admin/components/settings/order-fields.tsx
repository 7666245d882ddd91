import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { HoldOrders, Settings } from '../../contract';
import { holdOptions } from '../../hold-words';
import type { SettingsForm } from '../../hooks/use-settings-form';
import { ExplainedChoice } from '../explained-choice';
import { NumberField } from '../number-field';
import { Section } from '../section';
import { SourceField } from './source-field';
import { StatusFields } from './status-fields';

interface Props {
	settings: Settings;
	form: SettingsForm;
}

/** Orders KeyCRM does not count yet: of the fields only those that the chosen way uses. */
export function OrderFields( { settings, form }: Props ) {
	const { draft, change, errors } = form;
	const hold = draft.hold_orders;
	const set = ( part: Partial< HoldOrders > ) =>
		change( { hold_orders: { ...hold, ...part } } );

	return (
		<Section
			title={ __(
				'Orders KeyCRM does not count yet',
				'stock-sync-for-keycrm'
			) }
			about={ __(
				'How the shop knows which of its orders are missing from KeyCRM’s numbers, so that their pieces are not offered a second time.',
				'stock-sync-for-keycrm'
			) }
		>
			<div className="keycrm-stock-fields">
				<ExplainedChoice
					legend={ __(
						'Which orders KeyCRM counts',
						'stock-sync-for-keycrm'
					) }
					selected={ hold.mode }
					options={ holdOptions() }
					onChange={ ( mode ) => set( { mode } ) }
				/>
				{ 'keycrm_orders' === hold.mode && (
					<SourceField
						source_id={ hold.source_id }
						error={ errors[ 'hold_orders.source_id' ] }
						onChange={ ( source_id ) => set( { source_id } ) }
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
								'From the moment the order was sent. Rather too long than too short: too short may sell a piece twice, too long only offers a little less for a while.',
								'stock-sync-for-keycrm'
							) }
							min={ 0 }
							max={ 10_080 }
							value={ hold.grace_minutes }
							error={ errors[ 'hold_orders.grace_minutes' ] }
							onChange={ ( grace_minutes ) =>
								set( { grace_minutes } )
							}
						/>
					</>
				) }
				{ 'statuses' === hold.mode && (
					<StatusFields
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
							'An order that KeyCRM still does not count by then is taken for forgotten, or it would keep its pieces from sale for ever.',
							'stock-sync-for-keycrm'
						) }
						min={ 1 }
						max={ 365 }
						value={ hold.max_age_days }
						error={ errors[ 'hold_orders.max_age_days' ] }
						onChange={ ( max_age_days ) => set( { max_age_days } ) }
					/>
				) }
			</div>
		</Section>
	);
}
