import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Fixed } from '../../hooks/use-fix';
import { doneWords } from '../../out-of-step-words';

interface Props {
	fixed: Fixed | null;
	nameOf: ( product_id: number ) => string;
}

/** What an action has done, and why not to all. */
export function FixNotice( { fixed, nameOf }: Props ) {
	if ( null === fixed ) {
		return null;
	}
	const done = doneWords( fixed.action, fixed );
	const left = fixed.left.map( ( { product_id, reason } ) =>
		sprintf(
			/* translators: 1: product, 2: why nothing was done to it, a whole sentence. */
			__( '%1$s: %2$s', 'stock-sync-for-keycrm' ),
			nameOf( product_id ),
			reason
		)
	);
	return (
		<Notice
			status={ left.length > 0 ? 'warning' : 'success' }
			isDismissible={ false }
			spokenMessage={ [ done, ...left ].join( ' ' ) }
		>
			{ done && <p>{ done }</p> }
			{ left.map( ( sentence ) => (
				<p key={ sentence }>{ sentence }</p>
			) ) }
		</Notice>
	);
}
