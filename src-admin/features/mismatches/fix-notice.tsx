import { __, sprintf } from '@wordpress/i18n';
import type { FixAction } from '../../api/mismatches';
import type { Fix } from '../../contract';
import { fixedSentence } from './mismatch-labels';
import { Message } from '../../ui/message';

interface Props {
	action: FixAction;
	fixed: Fix;
	nameOf: ( productId: number ) => string;
}

/** Says which products were fixed, and why others were not. */
export function FixNotice( { action, fixed, nameOf }: Props ) {
	const done = fixedSentence( action, fixed );
	const left = fixed.left.map( ( { product_id: productId, reason } ) =>
		sprintf(
			/* translators: 1: product, 2: why nothing was done to it, a whole sentence. */
			__( '%1$s: %2$s', 'stock-sync-for-keycrm' ),
			nameOf( productId ),
			reason
		)
	);
	return (
		<Message
			status={ left.length > 0 ? 'warning' : 'success' }
			text={ [ done, ...left ] }
		/>
	);
}
