import { __ } from '@wordpress/i18n';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ApiError } from '../../api/api-error';
import type { Connection } from '../../contract';
import { useAnnouncement } from '../../lib/use-announcement';
import { useSlow } from '../../lib/use-slow';
import { Icon } from '../../ui/icon';
import { TrialResult, trialSentence } from '../../ui/trial-result';

interface Props {
	check: UseMutationResult< Connection, ApiError, string >;
	/** The tested key is still the one in the field. */
	isCurrent: boolean;
}

/** KeyCRM usually answers within a second. */
const SLOW_MS = 3_000;

/** The result of the connection test, or that it is running. */
export function ConnectionResult( { check, isCurrent }: Props ) {
	const { isPending, submittedAt, data } = check;
	const slow = useSlow( isPending ? submittedAt : null, SLOW_MS );
	const result = isPending || ! isCurrent ? null : data ?? null;
	const progress = slow
		? __(
				'KeyCRM has not answered yet. This can take up to half a minute.',
				'stock-sync-for-keycrm'
		  )
		: __( 'Asking KeyCRM…', 'stock-sync-for-keycrm' );
	const message = result ? trialSentence( result ) : '';
	useAnnouncement( isPending ? progress : message );

	if ( isPending ) {
		return (
			<p className="keycrm-stock-result">
				<Icon name="update" /> { progress }
			</p>
		);
	}
	return result && <TrialResult result={ result } />;
}
