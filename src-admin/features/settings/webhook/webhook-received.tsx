import { __ } from '@wordpress/i18n';
import type { WebhookReceipt } from '../../../contract';
import { formatRelative } from '../../../lib/format';
import { useNow } from '../../../lib/use-now';

interface Props {
	received: readonly WebhookReceipt[];
	/** How far the server's clock is ahead of this one. */
	aheadMs: number;
}

/** What KeyCRM sent last, by kind. */
export function WebhookReceived( { received, aheadMs }: Props ) {
	const now = useNow( aheadMs, 1_000 );
	return (
		<div>
			<strong>{ __( 'Last received', 'stock-sync-for-keycrm' ) }</strong>
			{ 0 === received.length ? (
				<p className="keycrm-stock-quiet">
					{ __( 'Nothing yet.', 'stock-sync-for-keycrm' ) }
				</p>
			) : (
				<ul>
					{ received.map( ( { kind, at, text } ) => (
						<li key={ kind }>
							{ formatRelative( at, now ) }: { text }
						</li>
					) ) }
				</ul>
			) }
		</div>
	);
}
