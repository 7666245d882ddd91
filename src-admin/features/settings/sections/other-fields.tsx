import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { BOUNDS } from '../../../contract';
import type { SettingsForm } from '../../settings-form/use-settings-form';
import { ExplainedChoice } from '../../../ui/explained-choice';
import { NumberField } from '../../../ui/number-field';
import { Section } from '../../../ui/section';

interface Props {
	form: SettingsForm;
}

export const ProductFields = ( { form: { draft, change } }: Props ) => (
	<Section
		title={ __( 'Products', 'stock-sync-for-keycrm' ) }
		about={ __(
			'What happens to products for which WooCommerce does not count stock yet, to those that KeyCRM has no longer, and to those that are created there.',
			'stock-sync-for-keycrm'
		) }
	>
		<div className="keycrm-stock-fields">
			<fieldset className="keycrm-stock-fieldset">
				<legend>
					{ __(
						'Products whose stock management is off',
						'stock-sync-for-keycrm'
					) }
				</legend>
				<RadioControl
					selected={ draft.manage_stock }
					options={ [
						{
							value: 'leave',
							label: __(
								'Leave them as they are, and list them',
								'stock-sync-for-keycrm'
							),
						},
						{
							value: 'enable',
							label: __(
								'Switch stock management on and write the number',
								'stock-sync-for-keycrm'
							),
						},
					] }
					onChange={ ( value ) =>
						change( {
							manage_stock:
								'enable' === value ? 'enable' : 'leave',
						} )
					}
				/>
			</fieldset>
			<ExplainedChoice
				legend={ __(
					'Products that KeyCRM no longer has',
					'stock-sync-for-keycrm'
				) }
				selected={ draft.gone }
				options={ [
					{
						value: 'leave',
						label: __(
							'Leave their number as it is, and list them',
							'stock-sync-for-keycrm'
						),
						about: __(
							'They stay on sale with the last number until you change it.',
							'stock-sync-for-keycrm'
						),
					},
					{
						value: 'zero',
						label: __(
							'Set their number to 0, once',
							'stock-sync-for-keycrm'
						),
						about: __(
							'For products that were deleted or archived in KeyCRM, and only where the number here came from KeyCRM. KeyCRM is asked for each of them by itself before it is believed, the limits under Safety apply, and a number that you give such a product afterwards stays.',
							'stock-sync-for-keycrm'
						),
					},
				] }
				onChange={ ( gone ) => change( { gone } ) }
			/>
			<ExplainedChoice
				legend={ __(
					'Products that are created in KeyCRM, if their name is taken there',
					'stock-sync-for-keycrm'
				) }
				selected={ draft.create.name_taken }
				options={ [
					{
						value: 'suffix',
						label: __(
							'Add the SKU to the name',
							'stock-sync-for-keycrm'
						),
						about: __(
							'KeyCRM wants a name of its own for each product.',
							'stock-sync-for-keycrm'
						),
					},
					{
						value: 'report',
						label: __(
							'Do not create them, and list them',
							'stock-sync-for-keycrm'
						),
						about: __(
							'Their lines in the log say why.',
							'stock-sync-for-keycrm'
						),
					},
				] }
				onChange={ ( value ) =>
					change( { create: { name_taken: value } } )
				}
			/>
		</div>
	</Section>
);

export const AdvancedFields = ( { form }: Props ) => (
	<Section
		title={ __( 'Advanced', 'stock-sync-for-keycrm' ) }
		about={ __(
			'How fast KeyCRM is read, and how long the record of changes is kept.',
			'stock-sync-for-keycrm'
		) }
	>
		<div className="keycrm-stock-fields">
			<NumberField
				label={ __(
					'Requests to KeyCRM a minute, at most',
					'stock-sync-for-keycrm'
				) }
				help={ __(
					'KeyCRM allows 60 for everything that uses your key. Take less if other programs use the same key.',
					'stock-sync-for-keycrm'
				) }
				{ ...BOUNDS.requests_per_minute }
				value={ form.draft.requests_per_minute }
				error={ form.errors[ 'requests_per_minute' ] }
				onChange={ ( requestsPerMinute ) =>
					form.change( { requests_per_minute: requestsPerMinute } )
				}
			/>
			<NumberField
				label={ __(
					'Keep the record of changes, days',
					'stock-sync-for-keycrm'
				) }
				{ ...BOUNDS.log_days }
				value={ form.draft.log_days }
				error={ form.errors[ 'log_days' ] }
				onChange={ ( logDays ) => form.change( { log_days: logDays } ) }
			/>
		</div>
	</Section>
);
