import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fetchChangesFile, type ChangesFilter } from '../api';
import { ApiError } from '../api-error';
import { ActionButton } from './action-button';
import { ErrorNotice } from './error-notice';

/** The list with its filters, all pages of it, as a file for spreadsheets. */
export function DownloadChanges( { filter }: { filter: ChangesFilter } ) {
	const [ busy, setBusy ] = useState( false );
	const [ error, setError ] = useState< ApiError | null >( null );

	const download = async () => {
		setBusy( true );
		setError( null );
		try {
			const address = URL.createObjectURL(
				await fetchChangesFile( filter )
			);
			const link = document.createElement( 'a' );
			link.href = address;
			link.download = 'keycrm-stock-changes.csv';
			link.click();
			URL.revokeObjectURL( address );
		} catch ( cause ) {
			setError( ApiError.from( cause ) );
		}
		setBusy( false );
	};

	return (
		<>
			<ActionButton busy={ busy } onClick={ () => void download() }>
				{ __( 'Download as CSV', 'stock-sync-for-keycrm' ) }
			</ActionButton>
			<ErrorNotice error={ error } />
		</>
	);
}
