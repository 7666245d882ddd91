import { __ } from '@wordpress/i18n';
import { CopyField } from '../../ui/copy-field';

/** What a server's own scheduler has to run, ready to paste. POST, because caches keep answers to GET. */
export const CronLine = ( { tickUrl }: { tickUrl: string } ) => (
	<CopyField
		label={ __(
			'Line for your server’s scheduler (cron)',
			'stock-sync-for-keycrm'
		) }
		text={ `*/5 * * * * curl -fsS -X POST '${ tickUrl }' >/dev/null` }
	/>
);
