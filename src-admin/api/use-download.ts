import { useMutation } from '@tanstack/react-query';
import type { ApiError } from './api-error';

export interface DownloadState {
	busy: boolean;
	error: ApiError | null;
	download: () => void;
}

/** Downloads a file. A plain link would keep the old nonce after apiFetch has renewed it. */
export function useDownload(
	name: string,
	fetchFile: () => Promise< Blob >
): DownloadState {
	const { mutate, isPending, error } = useMutation< Blob, ApiError >( {
		mutationFn: fetchFile,
		onSuccess: ( file ) => {
			const url = URL.createObjectURL( file );
			const link = document.createElement( 'a' );
			link.href = url;
			link.download = name;
			link.click();
			URL.revokeObjectURL( url );
		},
		gcTime: 0,
	} );
	return { busy: isPending, error, download: () => mutate() };
}
