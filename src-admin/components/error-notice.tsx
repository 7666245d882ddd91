import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ApiError } from '../api-error';
import { ActionButton } from './action-button';

interface Props {
	error: ApiError | null;
	onAgain?: () => void;
}

/** What went wrong with a request, read out at once; nothing where nothing did. */
export function ErrorNotice( { error, onAgain }: Props ) {
	if ( null === error ) {
		return null;
	}
	return (
		<Notice
			status="error"
			isDismissible={ false }
			spokenMessage={ error.message }
		>
			<p>{ error.message }</p>
			{ onAgain && (
				<ActionButton variant="link" onClick={ onAgain }>
					{ __( 'Try again', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			) }
		</Notice>
	);
}
