import { __ } from '@wordpress/i18n';
import type { ApiError } from '../api/api-error';
import { Message } from './message';
import { ActionButton } from './action-button';
import { LoginLink } from './login-link';
import { TechnicalDetails } from './technical-details';

interface Props {
	error: ApiError | null;
	/** A sentence on what was not done because of the error. */
	what?: string;
	onRetry?: () => void;
}

/** The message of a failed request, announced to screen readers. */
export function ErrorNotice( { error, what = '', onRetry }: Props ) {
	if ( null === error ) {
		return null;
	}
	return (
		<Message
			status="error"
			text={ [ what, error.message ].filter( Boolean ).join( ' ' ) }
		>
			{ error.needsLogin && <LoginLink /> }
			{ '' !== error.details && <TechnicalDetails error={ error } /> }
			{ onRetry && (
				<ActionButton variant="link" onClick={ onRetry }>
					{ __( 'Try again', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			) }
		</Message>
	);
}
