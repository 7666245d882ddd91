import { __, sprintf } from '@wordpress/i18n';
import { useRenewTickToken, useTryTick } from '../../api/mutations';
import { ActionButton } from '../../ui/action-button';
import type { TickTrial } from '../../contract';
import { useAnnouncement } from '../../lib/use-announcement';
import { focusTarget } from '../../lib/use-lost-focus';
import { ReplaceAddress } from './replace-address';

function trialSentence( { status, is_ours: isOurs }: TickTrial ): string {
	if ( 200 === status && isOurs ) {
		return __(
			'The address works. Your server’s scheduler can call it.',
			'stock-sync-for-keycrm'
		);
	}
	if ( 401 === status || 403 === status ) {
		return sprintf(
			/* translators: %d: an HTTP status, e.g. 401. */
			__(
				'The site refuses calls without a login (HTTP %d): a security plugin or a firewall closes its REST API. Allow addresses that contain /keycrm-stock/v1/tick/ there, or the scheduler’s calls do nothing.',
				'stock-sync-for-keycrm'
			),
			status
		);
	}
	if ( 404 === status ) {
		return __(
			'The site does not know this address (HTTP 404). Somebody may have made a new one meanwhile: load this page again and copy the line anew.',
			'stock-sync-for-keycrm'
		);
	}
	return 200 === status
		? __(
				'Something else answered in the plugin’s place, for example a cache or a check for robots. Exempt addresses that contain /keycrm-stock/v1/tick/ from it, or the scheduler’s calls do nothing.',
				'stock-sync-for-keycrm'
		  )
		: sprintf(
				/* translators: %d: an HTTP status, e.g. 500. */
				__(
					'The address answered with an error (HTTP %d). Look into WooCommerce → Status → Logs, or ask your hosting provider.',
					'stock-sync-for-keycrm'
				),
				status
		  );
}

/** Tests the address for the server's scheduler, and replaces it, for example if it has leaked. */
export function TickAddress( { tickUrl }: { tickUrl: string } ) {
	const trial = useTryTick();
	const renewal = useRenewTickToken();
	// The result belongs to the tested address, not to one made since.
	const isCurrent = trial.variables === tickUrl;
	const result = [
		renewal.isSuccess
			? __(
					'There is a new address. The old one has ended: put the new line in the place of the old one.',
					'stock-sync-for-keycrm'
			  )
			: '',
		isCurrent && trial.isError
			? __(
					'Your browser could not reach the address. If it is called from elsewhere, it may work all the same.',
					'stock-sync-for-keycrm'
			  )
			: '',
		isCurrent && trial.data ? trialSentence( trial.data ) : '',
	]
		.filter( Boolean )
		.join( ' ' );
	useAnnouncement( result );

	return (
		<div>
			<ReplaceAddress
				label={ __( 'Make a new address', 'stock-sync-for-keycrm' ) }
				warning={ __(
					'The line that your server uses now stops working until it is replaced.',
					'stock-sync-for-keycrm'
				) }
				renewal={ renewal }
			>
				<ActionButton
					busy={ trial.isPending }
					onClick={ () => {
						renewal.reset();
						trial.mutate( tickUrl );
					} }
				>
					{ __( 'Try the address', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</ReplaceAddress>
			{ '' !== result && (
				<p { ...focusTarget( 'result' ) }>{ result }</p>
			) }
		</div>
	);
}
