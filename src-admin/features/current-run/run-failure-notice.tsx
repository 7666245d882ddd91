import { ErrorNotice } from '../../ui/error-notice';
import { failedActionSentence } from './not-done';
import type { RunFailure } from './use-run-actions';

/** Shows which action on a run failed. */
export const RunFailureNotice = ( {
	failure,
}: {
	failure: RunFailure | null;
} ) =>
	failure && (
		<ErrorNotice
			error={ failure.error }
			what={ failedActionSentence( failure.action ) }
		/>
	);
