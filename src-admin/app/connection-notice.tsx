import { __ } from '@wordpress/i18n';
import type { ApiError } from '../api/api-error';
import { Message } from '../ui/message';
import { LoginLink } from '../ui/login-link';
import { TechnicalDetails } from '../ui/technical-details';

interface Props {
	trouble: ApiError | null;
}

/** The site did not answer a question that the page asks by itself, and goes on asking. */
export function TroubleNotice( { trouble }: Props ) {
	if ( null === trouble ) {
		return null;
	}
	return (
		<Message
			status="warning"
			words={ `${ trouble.message } ${ __(
				'This page tries again by itself; what it shows may be old.',
				'stock-sync-for-keycrm'
			) }` }
		>
			{ trouble.needsLogin && <LoginLink /> }
			{ '' !== trouble.details && <TechnicalDetails error={ trouble } /> }
		</Message>
	);
}
