import { ToggleControl } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Settings } from '../../../contract';
import type { SettingsForm } from '../../settings-form/use-settings-form';
import { TickAddress } from '../tick-address';
import { CronLine } from '../../settings-form/cron-line';
import {
	IntervalSelect,
	OrderIntervalSelect,
} from '../../settings-form/interval-select';
import { Section } from '../../../ui/section';

interface Props {
	settings: Settings;
	form: SettingsForm;
	takesFocus: boolean;
}

export function ScheduleFields( { settings, form, takesFocus }: Props ) {
	const container = useRef< HTMLDivElement >( null );
	const { draft, change, errors } = form;
	const { schedule } = draft;

	useEffect( () => {
		if ( takesFocus ) {
			container.current?.querySelector( 'input' )?.focus();
		}
	}, [ takesFocus ] );

	return (
		<Section
			title={ __( 'Schedule', 'stock-sync-for-keycrm' ) }
			about={ __(
				'How often the shop’s stock is put right without you.',
				'stock-sync-for-keycrm'
			) }
		>
			<div className="keycrm-stock-fields" ref={ container }>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __(
						'Sync automatically',
						'stock-sync-for-keycrm'
					) }
					checked={ schedule.enabled }
					onChange={ ( enabled ) =>
						change( { schedule: { ...schedule, enabled } } )
					}
				/>
				<IntervalSelect
					minutes={ schedule.every_minutes }
					error={ errors[ 'schedule.every_minutes' ] }
					onChange={ ( everyMinutes ) =>
						change( {
							schedule: {
								...schedule,
								every_minutes: everyMinutes,
							},
						} )
					}
				/>
				<OrderIntervalSelect
					minutes={ schedule.orders_every_minutes }
					help={ settings.order_looks_text }
					error={ errors[ 'schedule.orders_every_minutes' ] }
					onChange={ ( everyMinutes ) =>
						change( {
							schedule: {
								...schedule,
								orders_every_minutes: everyMinutes,
							},
						} )
					}
				/>
				<p className="keycrm-stock-quiet">
					{ __(
						'WordPress wakes up when somebody visits the shop. Where visits are rare, let your server’s scheduler wake it: add this line there, or give it to your hoster.',
						'stock-sync-for-keycrm'
					) }
				</p>
				<CronLine tickUrl={ settings.tick_url } />
				<TickAddress tickUrl={ settings.tick_url } />
			</div>
		</Section>
	);
}
