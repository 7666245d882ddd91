import { Notice } from '@wordpress/components';
import type { ReactNode } from 'react';

interface Props {
	status: 'error' | 'warning' | 'info' | 'success';
	/** What is shown first, a paragraph each, and read out. */
	text: string | readonly string[];
	children?: ReactNode;
}

/**
 * WordPress's notice. It always gets words to be read out: without them WordPress draws the children a second
 * time, outside React, where components with hooks break.
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
