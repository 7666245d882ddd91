import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { CurrentRun, Settings } from '../../contract';
import { Message } from '../../ui/message';
import { CronLine } from '../settings-form/cron-line';
import { MovedNotice } from '../settings-form/moved-notice';

interface Props {
	settings: Settings;
	current: CurrentRun;
}

/** Warns of problems of the site: it may be a copy, WP-Cron does not run, or another plugin writes stock from KeyCRM. */
export function EnvironmentNotices( { settings, current }: Props ) {
	return (
		<>
			<MovedNotice settings={ settings } />
			{ 'late' === current.facts.automation.state && (
				<Message
					status="warning"
					text={ __(
						'WP-Cron has not run; a quiet site is the usual reason. Your server’s scheduler can do it instead: add this line to it, or give it to your hosting provider.',
						'stock-sync-for-keycrm'
					) }
				>
					<CronLine tickUrl={ settings.tick_url } />
				</Message>
			) }
			{ settings.rival_writers.length > 0 && (
				<Message
					status="warning"
					text={ sprintf(
						/* translators: %s: names of plugins, separated by commas. */
						__(
							'Stock from KeyCRM is also set here by: %s. Two writers overwrite each other: switch the other’s stock webhook off, in its settings and in KeyCRM. What else it does (orders, statuses) can stay on.',
							'stock-sync-for-keycrm'
						),
						settings.rival_writers.join( ', ' )
					) }
				>
					{ settings.rival_settings_url && (
						<Button
							__next40pxDefaultSize
							variant="secondary"
							href={ settings.rival_settings_url }
						>
							{ __(
								'Open its settings',
								'stock-sync-for-keycrm'
							) }
						</Button>
					) }
				</Message>
			) }
		</>
	);
}
