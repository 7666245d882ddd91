import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Settings } from '../../contract';
import { Message } from '../../ui/message';

/** Warns that another program also writes stock, or that KeyCRM no longer reports changes. */
export const WriterNotices = ( { settings }: { settings: Settings } ) =>
	settings.writer_notices.map( ( { text, url } ) => (
		<Message key={ text } status="warning" text={ text }>
			{ url && (
				<Button __next40pxDefaultSize variant="secondary" href={ url }>
					{ __( 'Open its settings', 'stock-sync-for-keycrm' ) }
				</Button>
			) }
		</Message>
	) );
