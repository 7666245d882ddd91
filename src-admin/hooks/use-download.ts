import { useState } from '@wordpress/element';
import { ApiError } from '../api-error';

export interface DownloadState {
	busy: boolean;
	error: ApiError | null;
	download: () => void;
}

/** Fetches a file and hands it to the browser to keep. A plain link would lack WordPress's nonce once it has been renewed. */
export function useDownload(
	name: string,
	ask: () => Promise< Blob >
): DownloadState {
	const [ busy, setBusy ] = useState( false );
	const [ error, setError ] = useState< ApiError | null >( null );

	const bring = async () => {
		setBusy( true );
		setError( null );
		try {
			const url = URL.createObjectURL( await ask() );
			const link = document.createElement( 'a' );
			link.href = url;
			link.download = name;
			link.click();
			URL.revokeObjectURL( url );
		} catch ( cause ) {
			setError( ApiError.from( cause ) );
		}
		setBusy( false );
	};

	return { busy, error, download: () => void bring() };
}
