import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { BOUNDS, type Settings } from '../../../contract';
import type { SettingsForm } from '../../settings-form/use-settings-form';
import { EmailListField } from '../../../ui/email-list-field';
import { NumberField } from '../../../ui/number-field';
import { Section } from '../../../ui/section';

interface Props {
	settings: Settings;
	form: SettingsForm;
}

export function MessageFields( { settings, form }: Props ) {
	const { draft, change, errors } = form;
	const { notify } = draft;
	const [ , wrongAddress ] =
		Object.entries( errors ).find( ( [ field ] ) =>
			field.startsWith( 'notify.emails' )
		) ?? [];

	return (
		<Section
			title={ __( 'Messages', 'stock-sync-for-keycrm' ) }
			about={ __(
				'Who hears of it when the sync needs a person, and which e-mails our changes may cause.',
				'stock-sync-for-keycrm'
			) }
		>
			<div className="keycrm-stock-fields">
				<EmailListField
					label={ __(
						'E-mail addresses, with commas between them',
						'stock-sync-for-keycrm'
					) }
					help={ sprintf(
						/* translators: %s: an e-mail address. */
						__(
							'They are told when a sync stops and waits for a decision, and when syncs fail. Leave it empty for the site’s administrator, %s.',
							'stock-sync-for-keycrm'
						),
						settings.admin_email
					) }
					value={ notify.emails }
					error={ wrongAddress }
					onChange={ ( emails ) =>
						change( { notify: { ...notify, emails } } )
					}
				/>
				<NumberField
					label={ __(
						'Tell of failures after so many failed syncs in a row',
						'stock-sync-for-keycrm'
					) }
					help={ __(
						'One e-mail, and one more when it works again. 0: never.',
						'stock-sync-for-keycrm'
					) }
					{ ...BOUNDS.after_failures }
					value={ notify.after_failures }
					error={ errors[ 'notify.after_failures' ] }
					onChange={ ( afterFailures ) =>
						change( {
							notify: {
								...notify,
								after_failures: afterFailures,
							},
						} )
					}
				/>
			</div>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Let WooCommerce send its “low in stock” and “out of stock” e-mails for numbers that come from KeyCRM',
					'stock-sync-for-keycrm'
				) }
				help={ __(
					'Off by default: the first sync alone could send hundreds.',
					'stock-sync-for-keycrm'
				) }
				checked={ draft.fire_stock_emails }
				onChange={ ( fireStockEmails ) =>
					change( { fire_stock_emails: fireStockEmails } )
				}
			/>
		</Section>
	);
}
