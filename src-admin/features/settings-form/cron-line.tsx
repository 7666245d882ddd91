import { __ } from '@wordpress/i18n';
import { CopyField } from '../../ui/copy-field';

/** The crontab line for the server's scheduler. It sends a POST, because caches may answer a GET. */
export const CronLine = ( { tickUrl }: { tickUrl: string } ) => (
	<CopyField
		label={ __(
			'Line for your server’s scheduler (cron)',
			'stock-sync-for-keycrm'
		) }
		text={ `*/5 * * * * curl -fsS -X POST '${ tickUrl }' >/dev/null` }
	/>
);
