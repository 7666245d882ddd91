import { useEffect, useRef } from '@wordpress/element';
import type { ReactNode } from 'react';

interface Props {
	title: string;
	/** The person changed the tab, so the heading gets the focus. */
	arrived: boolean;
	children: ReactNode;
}

export function Screen( { title, arrived, children }: Props ) {
	const heading = useRef< HTMLHeadingElement >( null );

	useEffect( () => {
		if ( arrived ) {
			heading.current?.focus();
		}
	}, [ arrived ] );

	return (
		<div className="keycrm-stock-screen">
			<h2 ref={ heading } tabIndex={ -1 } className="keycrm-stock-hidden">
				{ title }
			</h2>
			{ children }
		</div>
	);
}
