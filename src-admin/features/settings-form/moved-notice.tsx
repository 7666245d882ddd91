import { __ } from '@wordpress/i18n';
import { useSaveSettings } from '../../api/mutations';
import type { Settings } from '../../contract';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';
import { Message } from '../../ui/message';

/** The API key was entered at another address: a copy of the shop must not sync by itself. */
export function MovedNotice( { settings }: { settings: Settings } ) {
	const save = useSaveSettings();
	if ( '' === settings.moved_from ) {
		return null;
	}
	return (
		<Message status="warning" text={ settings.api_key_problem }>
			<ErrorNotice error={ save.error } />
			<ActionButton
				busy={ save.isPending }
				onClick={ () => save.mutate( { site_moved: true } ) }
			>
				{ __(
					'The shop has moved: sync here',
					'stock-sync-for-keycrm'
				) }
			</ActionButton>
		</Message>
	);
}
