import { __ } from '@wordpress/i18n';
import type { Run } from '../../contract';
import { isPreviewMade } from './run-facts';

/** Warns if the quantities of a plan are old; empty if they are not, or if the run is no plan. */
export function planAgeSentence( run: Run ): string {
	const isPreview = isPreviewMade( run );
	if ( ! isPreview && 'needs_confirmation' !== run.status ) {
		return '';
	}
	if ( run.settings_changed ) {
		return isPreview
			? __(
					'Settings have changed since this preview was made, so it no longer shows what would be written. Make a new one.',
					'stock-sync-for-keycrm'
			  )
			: __(
					'Settings have changed since this sync was paused. If you go on, KeyCRM is read again first, and you are asked again if more would be lost.',
					'stock-sync-for-keycrm'
			  );
	}
	if ( run.fresh ) {
		return '';
	}
	return __(
		'These quantities are more than 15 minutes old. If you go on, KeyCRM is read again first, and you are asked again if more would be lost.',
		'stock-sync-for-keycrm'
	);
}
