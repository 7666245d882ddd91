import { __ } from '@wordpress/i18n';
import type { ApiError } from '../api/api-error';
import { Message } from './message';
import { ActionButton } from './action-button';
import { LoginLink } from './login-link';
import { TechnicalDetails } from './technical-details';

interface Props {
	error: ApiError | null;
	/** What was not done because of it, as a sentence. */
	what?: string;
	onRetry?: () => void;
}

/** What went wrong with a request, read out at once; nothing where nothing did. */
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
