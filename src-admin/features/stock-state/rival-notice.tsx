import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Settings } from '../../contract';
import { Message } from '../../ui/message';

/** Warns that another plugin also writes stock from KeyCRM, with a link to its settings. */
export const RivalNotice = ( { settings }: { settings: Settings } ) =>
	settings.rival_writers.length > 0 && (
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
					{ __( 'Open its settings', 'stock-sync-for-keycrm' ) }
				</Button>
			) }
		</Message>
	);
