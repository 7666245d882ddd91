import { createContext, useContext } from '@wordpress/element';
import type { MouseEvent, ReactNode } from 'react';
import { hrefOf, type Route } from './route';

/** Lets links change the route without reloading the page. */
export const NavigateContext = createContext< ( route: Route ) => void >(
	() => {}
);

interface Props {
	to: Route;
	children: ReactNode;
	className?: string;
	current?: boolean;
}

/** A real link, so that it can be copied or opened in a new window. */
export function RouteLink( { to, children, className, current }: Props ) {
	const navigate = useContext( NavigateContext );
	const follow = ( event: MouseEvent ) => {
		if (
			event.metaKey ||
			event.ctrlKey ||
			event.shiftKey ||
			event.altKey
		) {
			return;
		}
		event.preventDefault();
		navigate( to );
	};
	return (
		<a
			href={ hrefOf( to, window.location.search ) }
			className={ className }
			aria-current={ current ? 'page' : undefined }
			onClick={ follow }
		>
			{ children }
		</a>
	);
}

interface ButtonProps {
	to: Route;
	children: ReactNode;
	variant?: 'primary' | 'secondary';
}

/** A RouteLink that looks like a button. */
export const RouteButton = ( {
	to,
	children,
	variant = 'secondary',
}: ButtonProps ) => (
	<RouteLink
		to={ to }
		className={ `components-button is-${ variant } is-next-40px-default-size` }
	>
		{ children }
	</RouteLink>
);
