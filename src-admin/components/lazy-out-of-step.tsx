import { Spinner } from '@wordpress/components';
import { lazy, Suspense, useState } from '@wordpress/element';
import type { Props } from '../screens/out-of-step';
import { ErrorBoundary } from '../ui/error-boundary';

const fetchScreen = () =>
	lazy( () =>
		import(
			/* webpackChunkName: "out-of-step" */ '../screens/out-of-step'
		).then( ( { OutOfStep } ) => ( { default: OutOfStep } ) )
	);

let newest = fetchScreen();

/** Its words are many and hardly ever the first that somebody reads, so they are fetched when the tab is opened. A new try makes a new component, as for the tables. */
export function LazyOutOfStep( props: Props ) {
	const [ OutOfStep, setScreen ] = useState( () => newest );
	return (
		<ErrorBoundary
			onAgain={ () => {
				newest = fetchScreen();
				setScreen( () => newest );
			} }
		>
			<Suspense fallback={ <Spinner /> }>
				<OutOfStep { ...props } />
			</Suspense>
		</ErrorBoundary>
	);
}
