import { __, sprintf } from '@wordpress/i18n';
import type { Fix } from '../../contract';
import { Message } from '../../ui/message';

interface Props {
	fixed: Fix;
	nameOf: ( productId: number ) => string;
}

/** Says which products were fixed, and why others were not. */
export function FixNotice( { fixed, nameOf }: Props ) {
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
			text={ [ fixed.message, ...left ] }
		/>
	);
}
