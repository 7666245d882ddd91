import { Spinner } from '@wordpress/components';
import { lazy, Suspense, useState } from '@wordpress/element';
import { ErrorBoundary } from '../error-boundary';
import type { GridProps } from './types';

const fetchGrid = () =>
	lazy( () => import( /* webpackChunkName: "table" */ './grid' ) );

/** All tables share what has been fetched once. */
let newest = fetchGrid();

/** The table, fetched when the first one is shown. React remembers a failed fetch for ever, so a new try makes a new component. */
export function LazyGrid( props: GridProps ) {
	const [ Grid, setGrid ] = useState( () => newest );
	return (
		<ErrorBoundary
			onAgain={ () => {
				newest = fetchGrid();
				setGrid( () => newest );
			} }
		>
			<Suspense fallback={ <Spinner /> }>
				<Grid { ...props } />
			</Suspense>
		</ErrorBoundary>
	);
}
