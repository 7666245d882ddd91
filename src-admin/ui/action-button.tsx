import { Button } from '@wordpress/components';
import type { ReactNode } from 'react';

interface Props {
	children: ReactNode;
	onClick?: () => void;
	variant?: 'primary' | 'secondary' | 'tertiary' | 'link';
	/** A submit button of its form. */
	submits?: boolean;
	busy?: boolean;
	disabled?: boolean;
	destructive?: boolean;
}

/**
 * A button that stays focusable while it is disabled, so that the focus is not lost when a request begins or
 * ends.
 */
export function ActionButton( {
	children,
	onClick,
	variant = 'secondary',
	submits = false,
	busy = false,
	disabled = false,
	destructive = false,
}: Props ) {
	const blocked = busy || disabled;
	return (
		<Button
			__next40pxDefaultSize
			variant={ variant }
			type={ submits ? 'submit' : 'button' }
			isBusy={ busy }
			isDestructive={ destructive }
			aria-disabled={ blocked }
			onClick={ ( event: { preventDefault: () => void } ) => {
				if ( blocked ) {
					event.preventDefault();
				} else {
					onClick?.();
				}
			} }
		>
			{ children }
		</Button>
	);
}
