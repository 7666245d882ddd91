import { __ } from '@wordpress/i18n';
import { BOUNDS } from '../../../contract';
import type { SettingsForm } from '../../settings-form/use-settings-form';
import { NumberField } from '../../../ui/number-field';
import { Section } from '../../../ui/section';

export function SafetyFields( { form }: { form: SettingsForm } ) {
	const { draft, change, errors } = form;
	const { guard } = draft;

	return (
		<Section
			title={ __( 'Safety', 'stock-sync-for-keycrm' ) }
			about={ __(
				'When a sync stops before it writes anything and asks you first.',
				'stock-sync-for-keycrm'
			) }
		>
			<div className="keycrm-stock-fields">
				<NumberField
					label={ __(
						'Ask if more than this share of products in stock would become 0, %',
						'stock-sync-for-keycrm'
					) }
					{ ...BOUNDS.percent }
					value={ guard.max_zeroed_percent }
					error={ errors[ 'guard.max_zeroed_percent' ] }
					onChange={ ( maxZeroedPercent ) =>
						change( {
							guard: {
								...guard,
								max_zeroed_percent: maxZeroedPercent,
							},
						} )
					}
				/>
				<NumberField
					label={ __(
						'Ask if all pieces in stock together would fall by more than, %',
						'stock-sync-for-keycrm'
					) }
					{ ...BOUNDS.percent }
					value={ guard.max_drop_percent }
					error={ errors[ 'guard.max_drop_percent' ] }
					onChange={ ( maxDropPercent ) =>
						change( {
							guard: {
								...guard,
								max_drop_percent: maxDropPercent,
							},
						} )
					}
				/>
				<NumberField
					label={ __(
						'Do not ask if at most so many products would change',
						'stock-sync-for-keycrm'
					) }
					help={ __(
						'So that a small shop is not asked about every sale.',
						'stock-sync-for-keycrm'
					) }
					{ ...BOUNDS.min_products }
					value={ guard.min_products }
					error={ errors[ 'guard.min_products' ] }
					onChange={ ( minProducts ) =>
						change( {
							guard: { ...guard, min_products: minProducts },
						} )
					}
				/>
			</div>
		</Section>
	);
}
