import { lazy, useState } from '@wordpress/element';
import { FetchedLater } from '../../ui/fetched-later';
import type { GridProps } from './types';

const fetchGrid = () =>
	lazy( () => import( /* webpackChunkName: "table" */ './grid' ) );

/** All tables share what has been fetched once. */
let newest = fetchGrid();

/** The table, fetched when the first one is shown. React remembers a failed fetch for ever, so a new try makes a new component. */
export function LazyGrid( props: GridProps ) {
	const [ Grid, setGrid ] = useState( () => newest );
	return (
		<FetchedLater
			onAgain={ () => {
				newest = fetchGrid();
				setGrid( () => newest );
			} }
		>
			<Grid { ...props } />
		</FetchedLater>
	);
}
