import { __ } from '@wordpress/i18n';
import type { OrdersState, Settings } from '../../../contract';
import type { SettingsForm } from '../../settings-form/use-settings-form';
import { ExplainedChoice } from '../../../ui/explained-choice';
import { Section } from '../../../ui/section';
import { OpenOrderFields } from '../../settings-form/open-order-fields';

interface Props {
	settings: Settings;
	orders: OrdersState;
	form: SettingsForm;
}

/** The mode, and only the fields that the chosen mode uses. */
export function OrderFields( { settings, orders, form }: Props ) {
	const { draft, change } = form;
	const hold = draft.hold_orders;

	return (
		<Section
			title={ __(
				'Orders KeyCRM does not count yet',
				'stock-sync-for-keycrm'
			) }
			about={ __(
				'How the shop knows which of its orders are missing from KeyCRM’s stock, so that their units are not offered a second time.',
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
					options={ settings.order_modes }
					onChange={ ( mode ) =>
						change( { hold_orders: { ...hold, mode } } )
					}
				/>
				<OpenOrderFields
					settings={ settings }
					orders={ orders }
					form={ form }
				/>
			</div>
		</Section>
	);
}
