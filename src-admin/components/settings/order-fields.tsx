import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { HoldOrders } from '../../contract';
import {
	choiceOf,
	HOLD_CHOICES,
	holdLabel,
	holdMeaning,
} from '../../hold-words';
import type { SettingsForm } from '../../hooks/use-settings-form';
import { NumberField } from '../number-field';
import { Section } from '../section';

const options = () =>
	HOLD_CHOICES.map( ( value ) => ( { value, label: holdLabel( value ) } ) );

/** How the plugin knows which orders KeyCRM counts already. */
export function OrderFields( { form }: { form: SettingsForm } ) {
	const { draft, change, errors } = form;
	const hold = draft.hold_orders;
	const set = ( part: Partial< HoldOrders > ) =>
		change( { hold_orders: { ...hold, ...part } } );

	return (
		<Section
			title={ __( 'Orders', 'stock-sync-for-keycrm' ) }
			about={ __(
				'KeyCRM takes a sale off its stock only when the order has reached it and is reserved there. Until then it is subtracted here, so that nothing is sold twice.',
				'stock-sync-for-keycrm'
			) }
		>
			<div className="keycrm-stock-fields">
				<RadioControl
					label={ __(
						'How to know which orders KeyCRM counts',
						'stock-sync-for-keycrm'
					) }
					selected={ choiceOf( hold ) }
					options={ options() }
					onChange={ ( value ) => {
						const choice = HOLD_CHOICES.find(
							( one ) => one === value
						);
						if ( choice ) {
							set( {
								mode: 'detect' === choice ? 'off' : choice,
								detect: 'detect' === choice,
							} );
						}
					} }
				/>
				<p aria-live="polite">{ holdMeaning( hold ) }</p>
				{ 'plugin_marks' === hold.mode && (
					<NumberField
						label={ __(
							'Minutes that KeyCRM needs to reserve an order it was sent',
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
				) }
				{ 'off' !== hold.mode && (
					<NumberField
						label={ __(
							'Days after which an order is no longer subtracted',
							'stock-sync-for-keycrm'
						) }
						help={ __(
							'An order that never reaches KeyCRM would otherwise hold its pieces for ever.',
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
