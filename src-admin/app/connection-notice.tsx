import { __ } from '@wordpress/i18n';
import type { ApiError } from '../api/api-error';
import { Message } from '../ui/message';
import { LoginLink } from '../ui/login-link';
import { TechnicalDetails } from '../ui/technical-details';

interface Props {
	error: ApiError | null;
}

/** A request that the page repeats by itself has failed. */
export function ConnectionNotice( { error }: Props ) {
	if ( null === error ) {
		return null;
	}
	return (
		<Message
			status="warning"
			text={ `${ error.message } ${ __(
				'This page tries again by itself; what it shows may be old.',
				'stock-sync-for-keycrm'
			) }` }
		>
			{ error.needsLogin && <LoginLink /> }
			{ '' !== error.details && <TechnicalDetails error={ error } /> }
		</Message>
	);
}
