import { ErrorNotice } from '../../ui/error-notice';
import { failedActionSentence } from './not-done';
import type { RunFailure } from './use-run-actions';

/** Names what was not done; nothing where everything was. */
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
