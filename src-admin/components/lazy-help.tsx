import { lazy, useState } from '@wordpress/element';
import type { Props } from '../screens/help';
import { FetchedLater } from '../ui/fetched-later';

const fetchHelp = () =>
	lazy( () => import( /* webpackChunkName: "help" */ '../screens/help' ) );

let newest = fetchHelp();

/** Many words that few people open: fetched with the tab. A new try makes a new component, as for the tables. */
export function LazyHelp( props: Props ) {
	const [ Help, setHelp ] = useState( () => newest );
	return (
		<FetchedLater
			onAgain={ () => {
				newest = fetchHelp();
				setHelp( () => newest );
			} }
		>
			<Help { ...props } />
		</FetchedLater>
	);
}
