import { __ } from '@wordpress/i18n';
import { fetchChangesFile, type ChangesFilter } from '../../api/requests';
import { useDownload } from '../../api/use-download';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';

/** Downloads all pages of the filtered list as CSV. */
export function DownloadChanges( { filter }: { filter: ChangesFilter } ) {
	const { busy, error, download } = useDownload(
		'keycrm-stock-changes.csv',
		() => fetchChangesFile( filter )
	);

	return (
		<>
			<ActionButton busy={ busy } onClick={ download }>
				{ __( 'Download as CSV', 'stock-sync-for-keycrm' ) }
			</ActionButton>
			<ErrorNotice error={ error } />
		</>
	);
}
