import { Spinner } from '@wordpress/components';
import { Suspense } from '@wordpress/element';
import type { ReactNode } from 'react';
import { ErrorBoundary } from './error-boundary';

interface Props {
	/** Fetches anew: React remembers a failed fetch for ever, so a new try makes a new component. */
	onAgain: () => void;
	children: ReactNode;
}

/** Around a part of the page that is fetched when it is first shown. */
export const FetchedLater = ( { onAgain, children }: Props ) => (
	<ErrorBoundary onAgain={ onAgain }>
		<Suspense fallback={ <Spinner /> }>{ children }</Suspense>
	</ErrorBoundary>
);
