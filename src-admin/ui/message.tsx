import { Notice } from '@wordpress/components';
import type { ReactNode } from 'react';

interface Props {
	status: 'error' | 'warning' | 'info' | 'success';
	/** Paragraphs above the children; also announced to screen readers. */
	text: string | readonly string[];
	children?: ReactNode;
}

/**
 * WordPress's notice, always with `spokenMessage`. Without it WordPress renders the children a second time to a
 * string, where components with hooks break.
 */
export function Message( { status, text, children }: Props ) {
	const paragraphs = [ text ].flat().filter( Boolean );
	return (
		<Notice
			status={ status }
			isDismissible={ false }
			spokenMessage={ paragraphs.join( ' ' ) }
		>
			{ paragraphs.map( ( paragraph ) => (
				<p key={ paragraph }>{ paragraph }</p>
			) ) }
			{ children }
		</Notice>
	);
}
