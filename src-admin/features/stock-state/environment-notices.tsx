import { __ } from '@wordpress/i18n';
import type { CurrentRun, Settings } from '../../contract';
import { Message } from '../../ui/message';
import { CronLine } from '../settings-form/cron-line';
import { MovedNotice } from '../settings-form/moved-notice';
import { WriterNotices } from './writer-notices';

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
			<WriterNotices settings={ settings } />
		</>
	);
}
