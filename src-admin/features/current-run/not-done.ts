import { __ } from '@wordpress/i18n';
import type { RunAction } from './use-run-actions';

/** Says what was not done. The server's message says why. */
export function failedActionSentence( action: RunAction ): string {
	switch ( action ) {
		case 'sync':
			return __( 'The sync was not started.', 'stock-sync-for-keycrm' );
		case 'preview':
			return __(
				'The preview was not started.',
				'stock-sync-for-keycrm'
			);
		case 'fill':
			return __(
				'Filling KeyCRM was not started.',
				'stock-sync-for-keycrm'
			);
		case 'create_in_keycrm':
		case 'create_in_shop':
			return __( 'Nothing was created.', 'stock-sync-for-keycrm' );
		case 'confirm':
			return __(
				'The paused sync was not continued.',
				'stock-sync-for-keycrm'
			);
		case 'apply':
			return __(
				'The preview was not applied.',
				'stock-sync-for-keycrm'
			);
		case 'cancel':
			return __( 'The sync was not cancelled.', 'stock-sync-for-keycrm' );
		case 'undo':
			return __( 'The sync was not undone.', 'stock-sync-for-keycrm' );
	}
}
